import { setImmediate as othersFirst } from 'node:timers/promises'
import { type Clock, DAY_MS, type KnowledgePack, type Language, type Need } from '../../domain/index.ts'
import type { AuditEntry, Period, Store } from '../../store/index.ts'
import { saidBefore } from '../help/index.ts'
import type { AnswerProposals, PackChange } from '../http/api.ts'
import { isWritable, setAnswer } from '../knowledge/index.ts'
import { isTopic } from '../turn/need-roles.ts'
import { answerProposals, type NeedAnswers } from './answers.ts'
import { anybodysAnswer } from './anybodys-answer.ts'
import { type PackFolder, packChange } from './pack-change.ts'

/** What agents said longer ago may be true no more. */
const LOOKED_BACK_MS = 90 * DAY_MS
/** Of a need and a language. */
const HANDOVERS_READ = 60
/** Fewer in all, and nothing was said often. */
const FEWEST_HANDOVERS = 3
/** In the audit, where it stands when an answer was replaced. */
const REPLACED = 'answer.replaced'
/** Nobody replaces more in that time. */
const ENTRIES_READ = 10_000

export interface AnswerOptions {
  store: Pick<Store, 'handovers' | 'gapReport' | 'audit'>
  pack(): KnowledgePack
  folder: PackFolder
  clock: Clock
  newId(): string
}

export interface NewAnswer {
  need: string
  language: Language
  text: string
  /** What the pack says now. */
  replaces: string
}

export interface AnswerReader {
  read(): Promise<AnswerProposals>
  /**
   * @param by id of the agent
   * @throws CandorError those of `setAnswer`
   */
  take(by: string, answer: NewAnswer): Promise<PackChange>
}

/** What agents answer often, to be taken into the pack. What was said of an answer that has been replaced counts no more. */
export function answerReader({ store, pack, folder, clock, newId }: AnswerOptions): AnswerReader {
  async function known(need: Need, language: Language, period: Period): Promise<NeedAnswers> {
    const [handovers, ratings] = await Promise.all([
      store.handovers.resolved(language, HANDOVERS_READ, need.name),
      store.gapReport.botRatings(period, need.name),
    ])
    const recent = handovers.filter(({ endedAt }) => endedAt >= period.from)
    return {
      need,
      language,
      said: saidBefore(recent, language),
      ratings: ratings
        .filter((row) => row.language === language)
        .flatMap(({ rating, count }) => Array<number>(count).fill(rating)),
    }
  }

  return {
    async read() {
      const now = pack()
      const period = { from: clock.now() - LOOKED_BACK_MS, to: clock.now() + 1 }
      const [handovers, entries, writable] = await Promise.all([
        store.gapReport.handovers(period),
        store.audit.list(ENTRIES_READ, { action: REPLACED, since: period.from }),
        isWritable(folder.dir),
      ])
      const counts = new Map(handovers.map(({ need, count }) => [need, count]))
      const all: NeedAnswers[] = []
      for (const need of now.needs) {
        if (!isTopic(need) || (counts.get(need.name) ?? 0) < FEWEST_HANDOVERS) continue
        for (const language of now.languages) {
          const replaced = entries.find((entry) => entry.subject === need.name && languageOf(entry) === language)
          all.push(await known(need, language, { ...period, from: replaced?.at ?? period.from }))
          // Customers are answered by the same thread.
          await othersFirst()
        }
      }
      return { proposals: answerProposals({ pack: now, all, anybodys: anybodysAnswer }), writable }
    },

    async take(by, { need, language, text, replaces }) {
      const edit = await setAnswer(folder.dir, need, language, text, replaces)
      const change = packChange(need, edit)
      await store.audit.append({
        id: newId(),
        at: clock.now(),
        actor: by,
        action: REPLACED,
        subject: need,
        detail: JSON.stringify({ file: edit.file, language, before: replaces, after: text }),
      })
      await folder.changed()
      return change
    },
  }
}

/** Of the answer that was replaced. */
function languageOf({ detail }: AuditEntry): unknown {
  return (JSON.parse(detail) as { language?: unknown }).language
}

import { isWorthProposing, rate } from '../../analytics/index.ts'
import { type Clock, DAY_MS, LANGUAGES, type Language, type PromiseVerdictKind } from '../../domain/index.ts'
import { findPromises, redact } from '../../nlp/index.ts'
import type { MarkerSums, Store } from '../../store/index.ts'
import type { HearingReport } from '../http/api.ts'
import { MOST_WORDS } from './proposals.ts'

/** Older answers do not count: people, packs and wordings change. A rule that is kept back is then tried again by itself. */
export const HEARING_DAYS = 180
const AGAIN = 'promises.propose-again'
const ENTRIES_READ = 500

/** How well promises are heard in what agents write, by what the agents say of each proposal. */
export interface Hearing {
  /** The rules whose proposals are refused again and again, and which propose nothing for now. */
  keptBack(): Promise<ReadonlySet<string>>
  /**
   * Keeps what an agent said of a promise that was heard in a message of theirs.
   * @param what the words as they were proposed
   * @returns false where they wrote nothing that promises that, or have answered already
   */
  judge(conversationId: string, agentId: string, said: Said): Promise<boolean>
  report(): Promise<HearingReport>
  /** Lets a rule propose again: what was answered before does not count any more. */
  proposeAgain(marker: string, by: string): Promise<void>
}

interface Said {
  seq: number
  what: string
  verdict: PromiseVerdictKind
}

export function hearing(
  store: Pick<Store, 'conversations' | 'promiseVerdicts' | 'audit'>,
  clock: Clock,
  newId: () => string,
): Hearing {
  const since = () => clock.now() - HEARING_DAYS * DAY_MS

  /** With what was answered before a manager let a rule propose again left out. */
  async function counted(): Promise<(MarkerSums & { againAt?: number })[]> {
    const [sums, entries] = await Promise.all([
      store.promiseVerdicts.sums(since()),
      store.audit.list(ENTRIES_READ, { action: AGAIN, since: since() }),
    ])
    return Promise.all(
      sums.map(async (all) => {
        const againAt = entries.find(({ subject }) => subject === all.marker)?.at
        if (againAt === undefined) return all
        const [later] = await store.promiseVerdicts.sums(againAt + 1, all.marker)
        return { ...(later ?? { ...all, proposed: 0, taken: 0 }), againAt }
      }),
    )
  }

  return {
    async keptBack() {
      const sums = await counted()
      return new Set(sums.filter((one) => !isWorthProposing(one.taken, one.proposed)).map(({ marker }) => marker))
    },

    async judge(conversationId, agentId, { seq, what, verdict }) {
      const [message] = await store.conversations.messages(conversationId, seq - 1, 1)
      if (message?.seq !== seq || message.from !== 'agent' || message.authorId !== agentId) return false
      const found = findPromises(message.text)
      const position = found.findIndex((promise) => promise.what.slice(0, MOST_WORDS) === what)
      const heard = found[position]
      if (!heard) return false
      const language = heard.marker.slice(0, 2) as Language
      const { marker } = heard
      const text = redact(what, language)
      const label = { conversationId, seq, position, at: clock.now(), agentId, language, marker, text, verdict }
      return store.promiseVerdicts.putFirst(label)
    },

    async report() {
      const [all, sums] = await Promise.all([store.promiseVerdicts.sums(since()), counted()])
      return {
        days: HEARING_DAYS,
        languages: LANGUAGES.map((language) => {
          const theirs = all.filter((one) => one.language === language)
          const total = (of: 'taken' | 'proposed') => theirs.reduce((sum, one) => sum + one[of], 0)
          return { language, taken: rate(total('taken'), total('proposed')) }
        }),
        rules: sums
          .map(({ marker, taken, proposed, againAt }) => ({
            marker,
            taken: rate(taken, proposed),
            keptBack: !isWorthProposing(taken, proposed),
            ...(againAt !== undefined && { againAt }),
          }))
          .sort((a, b) => Number(b.keptBack) - Number(a.keptBack) || b.taken.denominator - a.taken.denominator),
      }
    },

    async proposeAgain(marker, by) {
      const entry = { id: newId(), at: clock.now(), actor: by, action: AGAIN, subject: marker, detail: '{}' }
      await store.audit.append(entry)
    },
  }
}

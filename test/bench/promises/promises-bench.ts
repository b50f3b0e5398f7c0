import { Command } from 'commander'
import { wilsonInterval } from '../../../analytics/index.ts'
import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { type FoundPromise, findPromises } from '../../../nlp/index.ts'
import { markdown } from '../nlu/table.ts'
import { judgePromisesInChats } from './in-chats.ts'
import { type JudgedPromise, type JudgedSentence, readJudgedSentences, shortDeadline } from './judged-sentences.ts'
import { soundsLikePromise } from './naive-finder.ts'

const HALVES = { seen: false, 'held out': true } as const
type Half = keyof typeof HALVES
const SPEED_ROUNDS = 20

interface Share {
  reached: number
  of: number
}

/** What the bench says of one half of the corpus in one language. */
interface Figures {
  language: Language
  half: Half
  sentences: number
  /** Of the sentences taken for promises, those that are; of those that are, those found. */
  precision: Share
  recall: Share
  /** Of the promises found that are ones: those with every action, and with every deadline, right. */
  action: Share
  deadline: Share
  /** The naive baseline: a word for the future and one for a time. */
  naive: { precision: Share; recall: Share }
}

export function promisesBenchCommand(): Command {
  return new Command('promises')
    .description('promises in 300 written sentences: what is found, in vain, and until when, beside a naive baseline')
    .option('--json', 'print one JSON object as the last line')
    .option('--chats <files...>', 'judge what is found in real chats instead, and list what was not judged: JSON lines')
    .action(({ json, chats }: { json?: true; chats?: string[] }) => {
      if (chats !== undefined) return judgePromisesInChats(chats)
      const sentences = LANGUAGES.flatMap(readJudgedSentences)
      const figures = (Object.keys(HALVES) as Half[]).flatMap((half) =>
        LANGUAGES.map((language) => judge(sentences, language, half)),
      )
      console.log(
        markdown(
          ['95 % interval', ...figures.map(({ language, half, sentences: n }) => `${language}, ${half} (${n})`)],
          [
            ['precision', ...figures.map(({ precision }) => shown(precision))],
            ['recall', ...figures.map(({ recall }) => shown(recall))],
            ['action right', ...figures.map(({ action }) => shown(action))],
            ['deadline right', ...figures.map(({ deadline }) => shown(deadline))],
            ['naive precision', ...figures.map(({ naive }) => shown(naive.precision))],
            ['naive recall', ...figures.map(({ naive }) => shown(naive.recall))],
          ],
        ),
      )
      const microseconds = speed(sentences)
      console.log(`\n${microseconds.toFixed(0)} microseconds a sentence.`)
      if (json) console.log(JSON.stringify({ sentences: sentences.length, microseconds, figures }))
    })
}

function judge(all: readonly JudgedSentence[], language: Language, half: Half): Figures {
  const sentences = all.filter((one) => one.language === language && one.heldOut === HALVES[half])
  const judged = sentences.map((one) => ({
    ...one,
    found: findPromises(one.text).map(noted),
    naive: soundsLikePromise(one.text),
  }))
  const hits = judged.filter(({ promises, found }) => promises.length > 0 && found.length > 0)
  return {
    language,
    half,
    sentences: sentences.length,
    ...detection(judged, ({ found }) => found.length > 0),
    action: share(hits, ({ promises, found }) => sameIn('action', promises, found)),
    deadline: share(hits, ({ promises, found }) => sameIn('deadline', promises, found)),
    naive: detection(judged, ({ naive }) => naive),
  }
}

function noted({ action, deadline }: FoundPromise): JudgedPromise {
  return { action, deadline: shortDeadline(deadline) }
}

function sameIn(part: keyof JudgedPromise, expected: readonly JudgedPromise[], found: readonly JudgedPromise[]) {
  return expected.map((one) => one[part]).join() === found.map((one) => one[part]).join()
}

function detection<T extends JudgedSentence>(judged: readonly T[], isTaken: (one: T) => boolean) {
  const taken = judged.filter(isTaken)
  const isOne = ({ promises }: T) => promises.length > 0
  return { precision: share(taken, isOne), recall: share(judged.filter(isOne), isTaken) }
}

function share<T>(of: readonly T[], isReached: (one: T) => boolean): Share {
  return { reached: of.filter(isReached).length, of: of.length }
}

function shown({ reached, of }: Share): string {
  const { low, high } = wilsonInterval(reached, of)
  return `${reached}/${of} (${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)} %)`
}

/** Microseconds that one sentence takes, on average. */
function speed(sentences: readonly JudgedSentence[]): number {
  const startedAt = performance.now()
  for (let round = 0; round < SPEED_ROUNDS; round++) for (const { text } of sentences) findPromises(text)
  return (1000 * (performance.now() - startedAt)) / (SPEED_ROUNDS * sentences.length)
}

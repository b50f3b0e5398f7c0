import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicon, readLabelledCsv } from '../../../bot/knowledge/index.ts'
import type { Language } from '../../../domain/index.ts'
import { classify, trainIntentModel } from '../../../nlp/index.ts'
import { seededRandom, shuffle } from '../../../nlp/intent/random.ts'
import { type LabelledMessage, OUT_OF_SCOPE } from '../nlu/candidate.ts'

/** Needs that the bot is taken not to know, and how their messages come in. */
export interface Setting {
  title: string
  dataSet: string
  language: Language
  withheldNeeds: number
  /** Messages taken of each withheld need; all where there are fewer. */
  messagesPerNeed: number
  /** Only those that a model of the other needs rejects. */
  afterRejection: boolean
}

const CLINC150 = { dataSet: 'clinc150', language: 'en', withheldNeeds: 30 } as const
const SMP2017 = { dataSet: 'smp2017-zh', language: 'zh', withheldNeeds: 8 } as const

export const SETTINGS: Setting[] = [
  { ...CLINC150, title: 'CLINC150, 100 a need', messagesPerNeed: 100, afterRejection: false },
  { ...CLINC150, title: 'CLINC150, 20 a need', messagesPerNeed: 20, afterRejection: false },
  { ...CLINC150, title: 'CLINC150, 100 a need, rejected', messagesPerNeed: 100, afterRejection: true },
  { ...SMP2017, title: 'SMP2017, all', messagesPerNeed: 1000, afterRejection: false },
  { ...SMP2017, title: 'SMP2017, rejected', messagesPerNeed: 1000, afterRejection: true },
]

/**
 * Messages of needs drawn at random, with the data set's own messages out of scope among them where it has a file of them.
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID
 */
export async function withholdNeeds(folder: string, setting: Setting, seed: number): Promise<LabelledMessage[]> {
  const read = async (file: string) => {
    const path = join(folder, setting.dataSet, file)
    return existsSync(path) ? (await readLabelledCsv(path)).map(({ text, label }) => ({ text, label })) : []
  }
  const messages = (await read('train.csv')).filter(({ label }) => label !== OUT_OF_SCOPE)
  const noise = await read('oos-train.csv')
  const random = seededRandom(seed)
  const needs = [...new Set(messages.map(({ label }) => label))].sort()
  shuffle(needs, random)
  const withheld = new Set(needs.slice(0, setting.withheldNeeds))
  shuffle(messages, random)
  const taken = new Map<string, number>()
  const coming = messages.filter(({ label }) => {
    const before = taken.get(label) ?? 0
    taken.set(label, before + 1)
    return withheld.has(label) && before < setting.messagesPerNeed
  })
  const all = [...coming, ...noise]
  if (!setting.afterRejection) return all
  const examples = messages.flatMap(({ text, label }) => (withheld.has(label) ? [] : [{ text, need: label }]))
  const model = trainIntentModel({ examples, outOfScope: [] }, { seed, lexicon: loadLexicon() })
  return all.filter(({ text }) => classify(model, text).outOfScope > model.threshold)
}

import { join } from 'node:path'
import { readLabelledCsv } from '../../../bot/knowledge/index.ts'
import { loadLexicon } from '../../../bot/knowledge/lexicon.ts'
import type { Mind } from '../../../bot/turn/mind.ts'
import { trainIntentModel, understand } from '../../../nlp/index.ts'
import { need, scriptedMind } from '../../support/minds.ts'
import { type LabelledMessage, OUT_OF_SCOPE } from '../nlu/candidate.ts'
import { type DataSet, readDataSet } from '../nlu/data-sets.ts'

/** Files with messages that are known to be none of the needs, to train on. */
const OUT_OF_SCOPE_FILES: Partial<Record<string, string>> = { clinc150: 'oos-train.csv' }

/** A bot that has learnt a data set's needs, and messages that it has not seen. */
export interface Trained {
  mind: Mind
  /** Labelled with a need or {@link OUT_OF_SCOPE}. */
  messages: LabelledMessage[]
}

/** @throws CandorError FILE_UNREADABLE, CSV_INVALID */
export async function trainMind(folder: string, set: DataSet, seed: number): Promise<Trained> {
  const { train, test } = await readDataSet(folder, set, seed)
  const strange = OUT_OF_SCOPE_FILES[set.key]
  const outOfScope = strange === undefined ? [] : await readLabelledCsv(join(folder, set.key, strange))
  const model = trainIntentModel(
    {
      examples: train.filter(({ label }) => label !== OUT_OF_SCOPE).map(({ text, label }) => ({ text, need: label })),
      outOfScope: outOfScope.map(({ text }) => text),
    },
    { seed, lexicon: loadLexicon() },
  )
  const names = [...new Set(train.map(({ label }) => label))].filter((label) => label !== OUT_OF_SCOPE)
  const needs = new Map(names.map((name) => [name, need(name)]))
  return {
    mind: { ...scriptedMind({}), needs, understand: (text, now) => understand(model, text, { now, timeZone: 'UTC' }) },
    messages: test,
  }
}

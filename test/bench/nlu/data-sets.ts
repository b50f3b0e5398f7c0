import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLabelledCsv } from '../../../bot/knowledge/index.ts'
import { CandorError, type Language } from '../../../domain/index.ts'
import { dealFolds } from '../../../nlp/intent/folds.ts'
import { seededRandom, shuffle } from '../../../nlp/intent/random.ts'
import type { LabelledMessage } from './candidate.ts'

/** A public set of labelled messages: CSV files with the columns text and label. */
export interface DataSet {
  /** Name of its folder, and on the command line. */
  key: string
  title: string
  language: Language
  /** The file to measure on; null where a fifth of train.csv is kept back for it. */
  measuredOn: string | null
  origin: string
  licence: string
}

export const DATA_SETS: DataSet[] = [
  {
    key: 'clinc150',
    title: 'CLINC150',
    language: 'en',
    measuredOn: 'validation.csv',
    origin: 'Larson et al. 2019, repository clinc/oos-eval, file data_full',
    licence: 'CC BY 3.0',
  },
  {
    key: 'banking77',
    title: 'BANKING77',
    language: 'en',
    measuredOn: null,
    origin: 'Casanueva et al. 2020, repository PolyAI-LDN/task-specific-datasets',
    licence: 'CC BY 4.0',
  },
  {
    key: 'hint3-sofmattress',
    title: 'HINT3 SOFMattress',
    language: 'en',
    measuredOn: 'test.csv',
    origin: 'Arora et al. 2020, repository hellohaptik/HINT3, version 1',
    licence: 'ODbL 1.0',
  },
  {
    key: 'braun2017-chatbot',
    title: 'Braun 2017 Chatbot',
    language: 'en',
    measuredOn: 'test.csv',
    origin: 'Braun et al. 2017, repository sebischair/NLU-Evaluation-Corpora',
    licence: 'CC BY-SA 3.0',
  },
  {
    key: 'braun2017-askubuntu',
    title: 'Braun 2017 AskUbuntu',
    language: 'en',
    measuredOn: 'test.csv',
    origin: 'Braun et al. 2017, repository sebischair/NLU-Evaluation-Corpora',
    licence: 'CC BY-SA 3.0',
  },
  {
    key: 'bitext-support',
    title: 'Bitext support',
    language: 'en',
    measuredOn: 'validation.csv',
    origin: "Bitext's sample of customer support messages (synthetic wording)",
    licence: 'CDLA-Sharing 1.0',
  },
  {
    key: 'smp2017-zh',
    title: 'SMP2017 (Chinese)',
    language: 'zh',
    measuredOn: 'validation.csv',
    origin: 'SMP2017-ECDT, task 1',
    licence: 'none stated',
  },
]

/** Those of the data sets whose files are in the folder. */
export function findDataSets(folder: string): DataSet[] {
  return DATA_SETS.filter(({ key, measuredOn }) =>
    ['train.csv', ...(measuredOn === null ? [] : [measuredOn])].every((file) => existsSync(join(folder, key, file))),
  )
}

/**
 * The data sets of these names.
 * @throws CandorError CONFIG_INVALID for a name that is none
 */
export function selectDataSets(sets: DataSet[], names: string[]): DataSet[] {
  const unknown = names.find((name) => DATA_SETS.every(({ key }) => key !== name))
  if (unknown !== undefined) {
    const known = DATA_SETS.map(({ key }) => key).join(', ')
    throw new CandorError('CONFIG_INVALID', {
      field: '--only',
      problem: `there is no data set "${unknown}"`,
      mend: `Choose from ${known}.`,
    })
  }
  return sets.filter(({ key }) => names.includes(key))
}

/**
 * Messages to learn from, shuffled, and to measure on.
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID
 */
export async function readDataSet(
  folder: string,
  { key, measuredOn }: DataSet,
  seed: number,
): Promise<{ train: LabelledMessage[]; test: LabelledMessage[] }> {
  const read = async (file: string) =>
    (await readLabelledCsv(join(folder, key, file))).map(({ text, label }) => ({ text, label }))
  const train = await read('train.csv')
  // nlp.js learns in the order given: with BANKING77 need by need, as its file has it, it gets 53 % and not 82 %.
  shuffle(train, seededRandom(seed))
  return measuredOn === null ? keepBackFifth(train, seed) : { train, test: await read(measuredOn) }
}

/** One of five folds, with every need spread evenly over them, is kept back to measure on. */
export function keepBackFifth(messages: LabelledMessage[], seed: number) {
  const needs = [...new Set(messages.map(({ label }) => label))]
  const folds = dealFolds(
    Int32Array.from(messages, ({ label }) => needs.indexOf(label)),
    5,
    seed,
  )
  return {
    train: messages.filter((_, row) => folds[row] !== 0),
    test: messages.filter((_, row) => folds[row] === 0),
  }
}

/** What to do when there is no data: names, origins, licences and the form of the files. */
export function explainMissingData(folder: string): string {
  return [
    `No data to measure on in ${folder}.`,
    'The sets are public but no part of Candor. Get any of them from their authors, and mind their licences:',
    '',
    ...DATA_SETS.map(({ key, origin, licence }) => `  ${key.padEnd(20)} ${origin}; licence: ${licence}`),
    '',
    'Write each into a folder of its name, as CSV files with the columns text and label:',
    'train.csv and, except for banking77, validation.csv (clinc150, bitext-support, smp2017-zh) or test.csv (the others).',
    'Messages that are none of the needs are labelled oos. Then set BENCH_DATA to the folder that holds these folders.',
  ].join('\n')
}

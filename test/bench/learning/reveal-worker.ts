import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerReport } from '../../../bot/models/index.ts'
import { type DataSet, readDataSet } from '../nlu/data-sets.ts'
import { type Revealed, revealLabels } from './reveal-labels.ts'

export interface RevealTask {
  folder: string
  dataSet: DataSet
  seed: number
}

/** One data set and one seed, in a thread of its own. */
const { folder, dataSet, seed } = workerData as RevealTask
const send = (report: WorkerReport<Revealed>) => parentPort?.postMessage(report)

const { train, test } = await readDataSet(folder, dataSet, seed)
const result = revealLabels(train, test, seed, (order, { labels, accuracy }) =>
  send({ kind: 'progress', done: 0, phase: `${order}: ${labels} labels, accuracy ${accuracy.toFixed(4)}` }),
)
send({ kind: 'done', result })

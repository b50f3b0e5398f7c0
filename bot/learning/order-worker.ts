import { parentPort, workerData } from 'node:worker_threads'
import { deserializeModel, type ExpectedGain, orderByGain } from '../../nlp/index.ts'
import type { WorkerReport } from '../models/index.ts'
import type { OrderTask } from './order-in-worker.ts'

/** Orders messages away from the thread that answers customers. */
const { bytes, messages } = workerData as OrderTask
const report: WorkerReport<ExpectedGain[]> = { kind: 'done', result: orderByGain(deserializeModel(bytes), messages) }
parentPort?.postMessage(report)

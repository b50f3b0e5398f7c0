import { parentPort, workerData } from 'node:worker_threads'
import { clusterMessages } from '../../nlp/index.ts'
import { loadLexicon } from '../knowledge/index.ts'
import type { GroupedMessage } from './group-in-worker.ts'

/** Groups messages away from the thread that answers customers. */
parentPort?.postMessage(clusterMessages(workerData as GroupedMessage[], { lexicon: loadLexicon() }))

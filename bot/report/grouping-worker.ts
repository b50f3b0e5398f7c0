import { parentPort, workerData } from 'node:worker_threads'
import { clusterMessages, redact, withoutPlaceholders } from '../../nlp/index.ts'
import { loadLexicon } from '../knowledge/index.ts'
import type { GroupedMessage } from './group-in-worker.ts'

/** Groups messages away from the thread that answers customers; by what they say, not by who says it. */
const messages = (workerData as GroupedMessage[]).map((message) => ({
  ...message,
  text: withoutPlaceholders(redact(message.text, message.language)),
}))
parentPort?.postMessage(clusterMessages(messages, { lexicon: loadLexicon() }))

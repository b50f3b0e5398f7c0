import { parentPort, workerData } from 'node:worker_threads'
import { proposeTrust, type ToldRow, type TrustProposal } from '../../../analytics/index.ts'
import type { WorkerReport } from '../../models/index.ts'
import type { Policy } from '../../policy/index.ts'
import { judgeTrust, type TrustGateReason } from './judge-trust.ts'

export interface TrustTask {
  ledgers: ToldRow[][]
  /** Of the policy in force. */
  trust: Policy['trust']
  /** Of the gate, 0..1. */
  level: number
}

type Fitted = Extract<TrustProposal, { kind: 'fitted' }>

export type TrustTaskResult =
  | Extract<TrustProposal, { kind: 'too-little' }>
  | { kind: 'judged'; proposal: Omit<Fitted, 'heldOut'>; reason: TrustGateReason }

/** Fits figures of trust and judges them, away from the thread that answers customers. */
const { ledgers, trust, level } = workerData as TrustTask
const { heldOut, ...proposal } = { heldOut: [], ...proposeTrust(ledgers, trust) }
const result: TrustTaskResult =
  proposal.kind === 'too-little'
    ? proposal
    : { kind: 'judged', proposal, reason: judgeTrust({ ...proposal, heldOut }, level) }
parentPort?.postMessage({ kind: 'done', result } satisfies WorkerReport<TrustTaskResult>)

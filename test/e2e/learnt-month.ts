import { join } from 'node:path'
import { DEFAULT_PACK_DIR } from '../../bot/knowledge/index.ts'
import { type GapTry, policyHash } from '../../bot/learning/index.ts'
import { keepPolicyTry } from '../../bot/learning/policy/policy-try.ts'
import { gapModelBytes, type IntentTry } from '../../bot/models/index.ts'
import { loadPolicy } from '../../bot/policy/index.ts'
import type { GuardVerdict, IntentGateReason, IntentVerdict } from '../../nlp/index.ts'
import { PRIOR_GAP } from '../../nlp/index.ts'
import { openStore } from '../../store/index.ts'

const DAY_MS = 86_400_000

const BETTER: IntentGateReason[] = [
  { code: 'better', cases: 164, gained: 19, lost: 4, p: 0.0013, level: 0.0125 },
  { code: 'surer', champion: 0.421, challenger: 0.358, p: 0.0005, level: 0.0125 },
  { code: 'new-needs', needs: ['gift-card'] },
  { code: 'not-worse', among: 'suite', gained: 8, lost: 5, p: 0.87, level: 0.05 },
  { code: 'calibration-kept', champion: 0.061, challenger: 0.055, p: 0.3 },
  { code: 'out-of-scope-kept', cases: 41, champion: 0.73, challenger: 0.76, p: 0.62 },
]
const NOT_BETTER: IntentGateReason[] = [
  { code: 'not-better', cases: 171, gained: 6, lost: 7, p: 0.71, level: 0.0042 },
  { code: 'not-surer', champion: 0.358, challenger: 0.361, p: 0.64, level: 0.0042 },
  { code: 'calibration-worse', champion: 0.055, challenger: 0.094, p: 0.3 },
  { code: 'language-worse', language: 'zh', gained: 0, lost: 6, p: 0.016 },
]

const GUARD_FOUND: GuardVerdict = {
  look: 2,
  worse: true,
  rates: [
    { rate: 'handed-over', before: { bad: 14, of: 96 }, after: { bad: 31, of: 74 }, p: 0.00008, level: 0.0021 },
    { rate: 'wrong-answer', before: { bad: 6, of: 70 }, after: { bad: 5, of: 48 }, p: 0.49, level: 0.0021 },
  ],
}

/**
 * What three weeks of learning leave in the store of a shop: messages reviewed, a challenger that took over and one that the
 * guard took back, one that was kept back, a gap model, and figures of the policy that are proposed. All understand with what the shop's first model learnt.
 */
export async function learntMonth(dataDir: string, now: number): Promise<void> {
  const store = await openStore(join(dataDir, 'candor.db'))
  const first = await store.models.champion()
  if (!first) throw new TypeError('the shop has no model yet')
  const { bytes, dataHash, manifest } = first

  const tried = async (id: string, daysAgo: number, verdict: Omit<IntentVerdict, 'suite'>, right: [number, number]) => {
    const at = now - daysAgo * DAY_MS
    const suite = {
      en: { cases: 58, champion: right[0], challenger: right[1] },
      zh: { cases: 44, champion: right[0] - 0.05, challenger: right[1] - 0.04 },
    }
    const attempt: IntentTry = {
      triedAt: at,
      startedBy: daysAgo > 10 ? 'sweep' : 'command',
      against: first.id,
      attempt: 1,
      candidates: { learnt: 34 + Math.round(20 - daysAgo), fresh: 22 },
      verdict: { ...verdict, suite },
    }
    const about = JSON.stringify({ ...JSON.parse(manifest), origin: { kind: 'learnt', attempt } })
    const service = verdict.promote && ({ at, reason: 'gate', by: 'system' } as const)
    await store.models.save({ id, createdAt: at, dataHash, manifest: about, bytes }, service || undefined)
  }
  await tried('learnt-1', 14, { promote: true, reasons: BETTER }, [0.78, 0.86])
  await tried('learnt-2', 9, { promote: false, reasons: NOT_BETTER }, [0.86, 0.85])
  await tried('learnt-3', 6, { promote: true, reasons: BETTER.slice(0, 2) }, [0.86, 0.9])
  await store.models.promote('learnt-1', {
    at: now - 4 * DAY_MS,
    reason: 'guard',
    by: 'system',
    detail: JSON.stringify(GUARD_FOUND),
  })

  const gap: GapTry = {
    triedAt: now - 3 * DAY_MS,
    learntFrom: { from: 0, to: now - 4 * DAY_MS },
    outcomes: {
      episodes: 80,
      known: 60,
      bySource: { survey: 40, agent: 10, reopened: 5, abandoned: 5 },
      missing: 20,
      excluded: 0,
    },
    against: 'prior',
    attempt: 1,
    verdict: {
      promote: false,
      reasons: [{ code: 'not-better', champion: 0.181, challenger: 0.176, p: 0.11, level: 0.025 }],
    },
  }
  await store.gapModels.save({
    id: 'gap-1',
    createdAt: gap.triedAt,
    dataHash,
    manifest: JSON.stringify(gap),
    bytes: gapModelBytes(PRIOR_GAP),
  })

  await keepPolicyTry(store, {
    kind: 'deciding',
    id: 'policy-1',
    at: now - 2 * DAY_MS,
    outcome: 'proposed',
    before: { answerAbove: 0.75, personSolves: 0.95 },
    after: { answerAbove: 0.65, personSolves: 0.81 },
    reasons: [{ code: 'better', cases: 61, before: 0.184, after: 0.427, p: 0.0021, level: 0.025 }],
    attempt: 1,
    file: policyHash(await loadPolicy(DEFAULT_PACK_DIR)),
    learntFrom: { from: 0, to: now - 4 * DAY_MS },
    outcomes: { judged: 83, takenOver: 58 },
  })

  const messages = Array.from({ length: 30 }, (_, i) => ({
    conversationId: `visit-${i}`,
    seq: 1,
    customerId: `customer-${i}`,
    at: now - 20 * DAY_MS,
    origin: 'handed-over' as const,
    language: 'en' as const,
    text: `where can I use voucher ${i}`,
    key: `where can i use voucher ${i}`,
  }))
  let made = 0
  await store.candidates.gather(messages, () => `candidate-${made++}`)
  for (let i = 0; i < 24; i++) {
    const at = now - (20 - (i % 20)) * DAY_MS
    const meant = { kind: 'none' } as const
    const decision =
      i % 6 === 5
        ? ({ state: 'rejected', by: 'mia', at } as const)
        : ({ state: 'accepted', by: 'mia', at, meant } as const)
    await store.candidates.decide(`candidate-${i}`, 1, decision)
  }
  await store.close()
}

import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { signFlipTest } from '../../gate/sign-flip-test.ts'
import { SIGNIFICANT } from '../../gate/spent-level.ts'
import { gapOfFeatures } from '../estimate-gap.ts'
import { conversationsOf, isUnmet, type JudgedGap, metricsOf } from './gap-case.ts'
import type { GapModel } from './gap-model.ts'

/** Why a challenger is promoted or not, with the figures: Brier scores and calibration errors, 0..1. */
export type GapGateReason =
  | { code: 'too-few-outcomes'; outcomes: number; needed: number }
  /** `p` of at most `level` is better. */
  | { code: 'better' | 'not-better'; champion: number; challenger: number; p: number; level: number }
  | { code: 'calibration-kept' | 'calibration-worse'; champion: number; challenger: number }
  | { code: 'language-worse'; language: Language; champion: number; challenger: number; p: number }

export interface GapVerdict {
  promote: boolean
  reasons: GapGateReason[]
}

/** With fewer conversations a difference can hardly be told from luck. */
const FEWEST_OUTCOMES = 50
/** Calibration errors of this size apart are the same: they are measured on a few hundred turns. */
const CALIBRATION_MARGIN = 0.02

/**
 * Whether a challenger takes the champion's place: its Brier score is better, by a paired sign-flip permutation test
 * over conversations (Fisher 1935), in no language is it worse by the same test, and it is no worse calibrated.
 *
 * @param heldOut turns estimated by the challenger, or by its like from a cross-validation, that had not seen them.
 *   A champion that was trained on some of them has an advantage, never the challenger.
 * @param level of the first test, 0..1; one that is used again and again against one champion gets that of `spentLevel`
 */
export function compareGapModels(
  champion: GapModel,
  heldOut: readonly JudgedGap[],
  { seed, level = SIGNIFICANT }: { seed: number; level?: number },
): GapVerdict {
  const outcomes = conversationsOf(heldOut)
  if (outcomes < FEWEST_OUTCOMES) {
    return { promote: false, reasons: [{ code: 'too-few-outcomes', outcomes, needed: FEWEST_OUTCOMES }] }
  }
  const pairs = heldOut.map((one) => ({ one, by: gapOfFeatures(champion, one.language, one.features) }))
  const compare = (chosen: typeof pairs) => {
    const challenger = metricsOf(chosen.map(({ one }) => one))
    const before = metricsOf(chosen.map(({ one, by }) => ({ ...one, estimated: by })))
    const gains = gainsByConversation(chosen.map(({ one, by }) => ({ one, champion: by })))
    return challenger && before && { challenger, champion: before, gains }
  }
  const all = compare(pairs)
  if (!all) return { promote: false, reasons: [] }

  const p = signFlipTest(all.gains, seed, level)
  const better = p <= level
  const calibrated = all.challenger.ece <= all.champion.ece + CALIBRATION_MARGIN
  const worse = LANGUAGES.flatMap((language): GapGateReason[] => {
    const own = compare(pairs.filter(({ one }) => one.language === language))
    if (!own) return []
    const losing = signFlipTest(
      own.gains.map((gain) => -gain),
      seed,
    )
    const figures = { champion: own.champion.brier, challenger: own.challenger.brier, p: losing }
    return losing <= SIGNIFICANT ? [{ code: 'language-worse', language, ...figures }] : []
  })
  return {
    promote: better && calibrated && worse.length === 0,
    reasons: [
      {
        code: better ? 'better' : 'not-better',
        champion: all.champion.brier,
        challenger: all.challenger.brier,
        p,
        level,
      },
      {
        code: calibrated ? 'calibration-kept' : 'calibration-worse',
        champion: all.champion.ece,
        challenger: all.challenger.ece,
      },
      ...worse,
    ],
  }
}

/** Squared error that the challenger saves, summed per conversation: turns of one conversation are not independent. */
function gainsByConversation(pairs: readonly { one: JudgedGap; champion: number }[]): number[] {
  const gains = new Map<string, number>()
  for (const { one, champion } of pairs) {
    const truth = Number(isUnmet(one))
    const gain = (champion - truth) ** 2 - (one.estimated - truth) ** 2
    gains.set(one.conversationId, (gains.get(one.conversationId) ?? 0) + gain)
  }
  return [...gains.values()]
}

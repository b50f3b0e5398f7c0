import { LANGUAGES, type Language } from '../../domain/index.ts'
import { calibrationChange } from './calibration-change.ts'
import type { JudgedMessage } from './judged-message.ts'
import { mcnemarTest } from './mcnemar.ts'
import { signFlipTest } from './sign-flip-test.ts'
import { SIGNIFICANT, spentLevel } from './spent-level.ts'
import type { IntentGateReason, IntentVerdict, SuiteFigures } from './verdict.ts'

/** With fewer messages a difference can hardly be told from luck. */
const FEWEST_CASES = 30

export interface IntentComparison {
  /** Needs that only the challenger knows. */
  newNeeds: readonly string[]
  /** Needs of the champion that the pack no longer has. */
  goneNeeds: readonly string[]
  /** How many challengers the champion has met, this one included. */
  attempt: number
  seed: number
}

interface Check {
  passed: boolean
  reasons: IntentGateReason[]
}

/**
 * Whether a challenger takes the place of the model that reads messages. It must be better: read more of the judged
 * messages right (exact McNemar test) or be surer of what is right (sign-flip test of the Brier score, which also sees
 * what does not change the reading). The two tests share the level that is left to this attempt, so that useless
 * challengers replace a champion in 1 of 20 cases at most, however many it meets. One with new needs must only be no
 * worse at the others. And no challenger is promoted that is worse: at all judged messages, at the frozen suite, in a
 * language, at messages that are none of the needs, or in calibration; those tests stand at 0.05 each.
 */
export function compareIntentModels(
  judged: readonly JudgedMessage[],
  { newNeeds, goneNeeds, attempt, seed }: IntentComparison,
): IntentVerdict {
  const common = judged.filter(({ truth }) => truth.kind === 'none' || !newNeeds.includes(truth.need))
  const checks =
    newNeeds.length > 0
      ? [noWorseAtOthers(common, newNeeds), ...keepsWhatItHad(common, seed)]
      : common.length < FEWEST_CASES
        ? [tooFew(common)]
        : [better(common, spentLevel(attempt), seed), worse(common, 'all'), ...keepsWhatItHad(common, seed)]
  const gone: IntentGateReason[] = goneNeeds.length > 0 ? [{ code: 'needs-gone', needs: [...goneNeeds] }] : []
  return {
    promote: gone.length > 0 || checks.every(({ passed }) => passed),
    reasons: [...gone, ...checks.flatMap(({ reasons }) => reasons)],
    suite: suiteFigures(judged),
  }
}

function tooFew({ length }: readonly JudgedMessage[]): Check {
  return { passed: false, reasons: [{ code: 'too-few-cases', cases: length, needed: FEWEST_CASES }] }
}

function better(judged: readonly JudgedMessage[], level: number, seed: number): Check {
  const each = level / 2
  const { gained, lost } = discordant(judged)
  const moreRight = mcnemarTest(gained, lost)
  const gains = judged.map(({ champion, challenger }) => champion.brier - challenger.brier)
  const surer = signFlipTest(gains, seed, each)
  return {
    passed: Math.min(moreRight, surer) <= each,
    reasons: [
      {
        code: moreRight <= each ? 'better' : 'not-better',
        cases: judged.length,
        gained,
        lost,
        p: moreRight,
        level: each,
      },
      {
        code: surer <= each ? 'surer' : 'not-surer',
        champion: mean(judged.map(({ champion }) => champion.brier)),
        challenger: mean(judged.map(({ challenger }) => challenger.brier)),
        p: surer,
        level: each,
      },
    ],
  }
}

function noWorseAtOthers(common: readonly JudgedMessage[], newNeeds: readonly string[]): Check {
  const { gained, lost } = discordant(common)
  const p = mcnemarTest(lost, gained)
  const passed = p > SIGNIFICANT
  const code = passed ? 'not-worse' : 'worse'
  return {
    passed,
    reasons: [
      { code: 'new-needs', needs: [...newNeeds] },
      { code, among: 'other-needs', gained, lost, p, level: SIGNIFICANT },
    ],
  }
}

/** What no challenger may lose, whatever it gains. */
function keepsWhatItHad(judged: readonly JudgedMessage[], seed: number): Check[] {
  const suite = judged.filter(({ ofSuite }) => ofSuite)
  return [
    // New messages come from where the champion was unsure; the suite stands for what it is good at.
    worse(suite, 'suite'),
    calibrationKept(judged, seed),
    outOfScopeKept(judged),
    ...LANGUAGES.map((language) => languageKept(judged, language)),
  ]
}

/** Says nothing when it is not. */
function worse(judged: readonly JudgedMessage[], among: 'all' | 'suite'): Check {
  const { gained, lost } = discordant(judged)
  const p = mcnemarTest(lost, gained)
  if (p > SIGNIFICANT) return { passed: true, reasons: [] }
  return { passed: false, reasons: [{ code: 'worse', among, gained, lost, p, level: SIGNIFICANT }] }
}

function calibrationKept(judged: readonly JudgedMessage[], seed: number): Check {
  const change = calibrationChange(judged, seed)
  const passed = change.p > SIGNIFICANT
  return { passed, reasons: [{ code: passed ? 'calibration-kept' : 'calibration-worse', ...change }] }
}

function outOfScopeKept(judged: readonly JudgedMessage[]): Check {
  const outside = judged.filter(({ truth }) => truth.kind === 'none')
  if (outside.length === 0) return { passed: true, reasons: [] }
  const { gained, lost } = discordant(outside)
  const p = mcnemarTest(lost, gained)
  const passed = p > SIGNIFICANT
  const code = passed ? 'out-of-scope-kept' : 'out-of-scope-worse'
  return { passed, reasons: [{ code, cases: outside.length, ...sharesRight(outside), p }] }
}

/** Says nothing when it is. */
function languageKept(judged: readonly JudgedMessage[], language: Language): Check {
  const { gained, lost } = discordant(judged.filter((one) => one.language === language))
  const p = mcnemarTest(lost, gained)
  if (p > SIGNIFICANT) return { passed: true, reasons: [] }
  return { passed: false, reasons: [{ code: 'language-worse', language, gained, lost, p }] }
}

function suiteFigures(judged: readonly JudgedMessage[]): IntentVerdict['suite'] {
  const figures = LANGUAGES.flatMap((language): [Language, SuiteFigures][] => {
    const own = judged.filter((one) => one.ofSuite && one.language === language)
    return own.length === 0 ? [] : [[language, { cases: own.length, ...sharesRight(own) }]]
  })
  return Object.fromEntries(figures)
}

/** Messages that only the challenger, and that only the champion reads right. */
function discordant(judged: readonly JudgedMessage[]): { gained: number; lost: number } {
  return {
    gained: judged.filter(({ champion, challenger }) => challenger.right && !champion.right).length,
    lost: judged.filter(({ champion, challenger }) => champion.right && !challenger.right).length,
  }
}

function sharesRight(judged: readonly JudgedMessage[]): { champion: number; challenger: number } {
  return {
    champion: mean(judged.map(({ champion }) => Number(champion.right))),
    challenger: mean(judged.map(({ challenger }) => Number(challenger.right))),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

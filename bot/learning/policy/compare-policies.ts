import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { SIGNIFICANT, signFlipTest } from '../../../nlp/index.ts'

/** What a conversation was worth under both policies, in the unit of the stakes. */
export interface JudgedConversation {
  language: Language
  before: number
  after: number
}

/** Why other figures are better or not; `before` and `after`: mean worth of a conversation that they decide differently. */
export type PolicyGateReason =
  | { code: 'too-few-cases'; cases: number; needed: number }
  | { code: 'better' | 'not-better'; cases: number; before: number; after: number; p: number; level: number }
  | { code: 'language-worse'; language: Language; cases: number; before: number; after: number; p: number }

export interface PolicyVerdict {
  better: boolean
  reasons: PolicyGateReason[]
}

/** With fewer the test has next to no power, and one odd customer decides. */
const FEWEST_CASES = 20

/**
 * Whether one policy is worth more than another to the customers whom they treat differently: a paired sign-flip test over
 * conversations, as for gap models, and in no language worse.
 * @param level of the test, 0..1; see `spentLevel`
 */
export function comparePolicies(
  judged: readonly JudgedConversation[],
  { seed, level }: { seed: number; level: number },
): PolicyVerdict {
  if (judged.length < FEWEST_CASES) {
    return { better: false, reasons: [{ code: 'too-few-cases', cases: judged.length, needed: FEWEST_CASES }] }
  }
  const p = signFlipTest(
    judged.map(({ before, after }) => after - before),
    seed,
    level,
  )
  const gains = p <= level
  const worse = LANGUAGES.flatMap((language): PolicyGateReason[] => {
    const own = judged.filter((one) => one.language === language)
    const losing = signFlipTest(
      own.map(({ before, after }) => before - after),
      seed,
    )
    return losing <= SIGNIFICANT ? [{ code: 'language-worse', language, ...means(own), p: losing }] : []
  })
  return {
    better: gains && worse.length === 0,
    reasons: [{ code: gains ? 'better' : 'not-better', ...means(judged), p, level }, ...worse],
  }
}

function means(judged: readonly JudgedConversation[]): { cases: number; before: number; after: number } {
  const mean = (of: 'before' | 'after') => judged.reduce((sum, one) => sum + one[of], 0) / judged.length
  return { cases: judged.length, before: mean('before'), after: mean('after') }
}

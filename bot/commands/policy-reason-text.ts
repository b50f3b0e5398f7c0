import type { PolicyTryReason } from '../http/api.ts'

const LANGUAGE_NAMES = { en: 'English', zh: 'Chinese' }

/** Why the gate said what it said of figures of the policy, in one line. */
export function policyReasonText(reason: PolicyTryReason): string {
  switch (reason.code) {
    case 'too-few-cases':
      return `only ${reason.cases} conversations of known outcome would go otherwise; ${reason.needed} are needed to tell better from lucky`
    case 'better':
    case 'not-better': {
      const is = reason.code === 'better' ? 'better' : 'not shown to be better'
      return `${is}: ${worth(reason)}, p = ${reason.p.toPrecision(2)}, at most ${reason.level.toPrecision(2)} asked`
    }
    case 'language-worse':
      return `worse in ${LANGUAGE_NAMES[reason.language]}: ${worth(reason)}, p = ${reason.p.toPrecision(2)}`
    default:
      return reason satisfies never
  }
}

function worth({ cases, before, after }: { cases: number; before: number; after: number }): string {
  return `${cases} conversations that would go otherwise would be worth ${after.toFixed(3)} each by the policy's stakes, ${before.toFixed(3)} before`
}

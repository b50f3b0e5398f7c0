import type { IntentTryReason } from '../http/api.ts'

const LANGUAGE_NAMES = { en: 'English', zh: 'Chinese' }
const AMONG = { all: '', 'other-needs': ' among the other needs', suite: ' on the frozen suite' }

/** Why the gate said what it said of a model that understands messages, in one line. */
export function intentReasonText(reason: IntentTryReason): string {
  switch (reason.code) {
    case 'too-few-cases':
      return `only ${reason.cases} messages to judge by; ${reason.needed} are needed to tell better from lucky`
    case 'better':
    case 'not-better': {
      const is = reason.code === 'better' ? 'reads more right' : 'not shown to read more right'
      return `${is}: of ${reason.cases} messages ${changed(reason)}, at most ${reason.level.toPrecision(2)} asked`
    }
    case 'surer':
    case 'not-surer': {
      const is = reason.code === 'surer' ? 'surer of what is right' : 'not shown to be surer of what is right'
      return `${is}: Brier score ${versus(reason)}, p = ${reason.p.toPrecision(2)}, at most ${reason.level.toPrecision(2)} asked`
    }
    case 'new-needs':
      return `knows new needs: ${reason.needs.join(', ')}`
    case 'needs-gone':
      return `the one that served has needs that the pack no longer has: ${reason.needs.join(', ')}`
    case 'not-worse':
    case 'worse': {
      const is = reason.code === 'worse' ? 'worse' : 'not worse'
      return `${is}${AMONG[reason.among]}: ${changed(reason)}, worse at ${reason.level.toPrecision(2)}`
    }
    case 'calibration-kept':
      return `as well calibrated: error ${versus(reason)}`
    case 'calibration-worse':
      return `worse calibrated: error ${versus(reason)}`
    case 'out-of-scope-kept':
    case 'out-of-scope-worse': {
      const is = reason.code === 'out-of-scope-kept' ? 'recognises as many' : 'recognises fewer'
      return `${is} of ${reason.cases} messages that are none of the needs: ${versus(reason)}, p = ${reason.p.toPrecision(2)}`
    }
    case 'language-worse':
      return `worse in ${LANGUAGE_NAMES[reason.language]}: ${changed(reason)}`
    default:
      return reason satisfies never
  }
}

function changed({ gained, lost, p }: { gained: number; lost: number; p: number }): string {
  return `${gained} gained and ${lost} lost, p = ${p.toPrecision(2)}`
}

function versus({ challenger, champion }: { challenger: number; champion: number }): string {
  return `${challenger.toFixed(3)} against ${champion.toFixed(3)}`
}

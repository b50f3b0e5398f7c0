import type { GapGateReason } from '../../nlp/index.ts'

const LANGUAGE_NAMES = { en: 'English', zh: 'Chinese' }

/** Why the gate said what it said, in one line. */
export function gapReasonText(reason: GapGateReason): string {
  switch (reason.code) {
    case 'too-few-outcomes':
      return `only ${reason.outcomes} conversations with a known outcome; ${reason.needed} are needed to tell better from lucky`
    case 'better':
    case 'not-better': {
      const is = reason.code === 'better' ? 'better' : 'not shown to be better'
      return `${is}: Brier score ${figure(reason.challenger)} against ${figure(reason.champion)}, p = ${reason.p.toPrecision(2)}, at most ${reason.level.toPrecision(2)} asked`
    }
    case 'calibration-kept':
      return `as well calibrated: error ${figure(reason.challenger)} against ${figure(reason.champion)}`
    case 'calibration-worse':
      return `worse calibrated: error ${figure(reason.challenger)} against ${figure(reason.champion)}`
    case 'language-worse':
      return `worse in ${LANGUAGE_NAMES[reason.language]}: Brier score ${figure(reason.challenger)} against ${figure(reason.champion)}, p = ${reason.p.toPrecision(2)}`
    default:
      return reason satisfies never
  }
}

function figure(value: number): string {
  return value.toFixed(3)
}

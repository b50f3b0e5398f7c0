import type { PromisedAction } from './promised-action.ts'

type Form = readonly [PromisedAction, RegExp]

const YOU = String.raw`(?:you|u|to you)\b`
const THROUGH = String.raw`(?: \S{1,20}){0,4}? `

/** What somebody of the company does, from the verb on; the first that fits. "-ing" where it is being done or will be. */
const DEEDS: readonly Form[] = [
  [
    'call',
    /^(?:call|phon|ring|telephon|dial)(?:e|ing|s|es)?\b|^(?:be )?(?:giv(?:e|es|ing)) (?:you|u) an?(?: \w{1,10})? (?:call|ring|bell|buzz)\b|^try (?:you|to reach you) (?:again )?(?:by|on the) (?:tele)?phone\b/,
  ],
  ['call', new RegExp(`^(?:try|reach|contact)(?:ing|es)? ${YOU}(?: \\w{1,10}){0,2} by (?:tele)?phone`)],
  [
    'check',
    /^(?:forward|pass|tak|send)(?:e|es|ing|s)? (?:this|it|that|your (?:case|complaint|request|feedback|message|concern|query|question)s?)(?: on)?(?: along)?(?: up)? (?:to|with) (?!you)/,
  ],
  [
    'check',
    /^(?:check|inspect|examin|investigat|review|verify|trac|chas)(?:e|es|ing|s)?\b|^(?:look|dig)(?:ing|s)? (?:at|into)\b|^find(?:ing|s)? out\b|^rais(?:e|es|ing)\b|^escalat(?:e|es|ing)\b|^report (?:this|it|that|the)\b|^(?:ask|speak|talk|consult|liais)(?:e|s|ing)?\b|^open(?:ing|s)? (?:an?|the) (?:\w{1,12} )?(?:investigation|search|ticket|case|claim|inquiry|enquiry)\b|^follow(?:ing|s)? (?:this |it )?up\b(?! with you)|^hav(?:e|ing) a look\b|^get(?:ting)? (?:this|it) (?:checked|looked)/,
  ],
  [
    'answer',
    /^(?:get|com|report|circl|go)(?:e|ing|es|s|ting)?(?: \w{1,10})? back\b(?! (?:the|your|my))|^(?:repl(?:y|ies|ying)|respond|answer|inform|notif|contact|confirm|advise)(?:e|es|ing|s|y|ies|ying)?\b|^updat(?:e|es|ing) (?:you|u)\b|^lett?(?:ing|s)? (?:you|u) know\b|^tell(?:ing|s)? (?:you|u)\b|^keep(?:ing|s)? (?:you|u) (?:posted|updated|informed|in the loop|up to date)\b|^writ(?:e|es|ing)\b|^messag(?:e|es|ing)\b|^text(?:ing|s)? (?:you|u)\b|^drop(?:ping|s)? (?:you|u) an?\b|^(?:be|get)(?: back)? in (?:touch|contact)\b|^reach(?:ing|es)? out\b|^be back\b|^follow(?:ing|s)? up with (?:you|u)\b|^(?:get|giv|send|hav)(?:e|es|ing|s|ting)? (?:you |u )?(?:an?|our|the|my|some) (?:\w{1,12} )?(?:answer|update|reply|response|feedback|news|message|status|decision)\b|^hav(?:e|ing) (?:news|an answer)\b/,
  ],
  [
    'refund',
    /^(?:refund|reimburs|credit|compensat|repay)(?:e|es|ing|s)?\b|^pay(?:ing|s)? (?:\S{1,12} ){0,4}?back\b|^(?:return|transfer|giv|send|put)(?:e|es|ing|s|ting)? (?:\S{1,12} ){0,3}?(?:money|amount|payment|fee|postage|difference|deposit)\b|^(?:issu|process|approv|initiat|arrang|start)(?:e|es|ing|s)? (?:\S{1,12} ){0,3}?(?:refund|repayment|reimbursement|credit)\b|^get (?:\S{1,12} ){0,3}?(?:money|refund)\b/,
  ],
  ['answer', /^e-?mail(?:ing|s)? (?:you|u)(?! (?:the|a|an|your|this|that|it|our|my|some|\d)\b)/],
  [
    'send',
    /^(?:send|ship|dispatch|deliver|e-?mail|mail|post|forward|resend|courier|bring)(?:ing|s|es|ping)?\b|^(?:collect|fetch)(?:ing|s)?\b|^pick(?:ing|s)? (?:\S{1,12} ){0,4}?up\b|^get (?:\S{1,12} ){1,4}?(?:to you|sent|shipped|dispatched|delivered|out)\b|^(?:leav|go|head)(?:e|es|ing|s)? (?:out|our|the warehouse|from)\b|^(?:arriv|reach)(?:e|es|ing|s)?\b|^(?:replac)(?:e|es|ing)\b|^arrang(?:e|es|ing) (?:\S{1,12} ){0,4}?(?:collection|delivery|pick-?up|courier|replacement)\b|^be with (?:you|u)\b|^land\b|^ship\b/,
  ],
  [
    'other',
    /^(?:cancel|fix|repair|correct|add|apply|remov|delet|unlock|unblock|extend|resolv|solv|handl|deal|adjust|reset|activat|upgrad|register|waiv|updat|amend|settl|process|chang|sort|arrang|schedul|reserv|tak(?:e|ing) care|see(?:ing)? to|do (?:so|that|it)|put (?:it|this|that) right|mak(?:e|ing) (?:it|this) (?:right|good))/,
  ],
]

/** Of what is done to a thing: "be refunded", "have it repaired". */
const DONE: readonly Form[] = [
  [
    'refund',
    /^(?:refunded|reimbursed|credited|repaid|paid back|returned to your|back (?:on|in) your|on your (?:card|account)|in your (?:account|bank))\b/,
  ],
  [
    'send',
    /^(?:sent|shipped|dispatched|delivered|posted|mailed|e-?mailed|forwarded|collected|picked up|handed over|with you|at your (?:door|home|place)|on its way|on the way|there|in your inbox)\b/,
  ],
  ['check', /^(?:checked|examined|inspected|reviewed|investigated|looked (?:at|into))\b/],
  ['call', /^(?:called|phoned)\b/],
  ['answer', /^(?:answered|contacted|informed|notified|updated by|told|in touch)\b/],
  [
    'other',
    /^(?:fixed|repaired|removed|deleted|erased|cancell?ed|changed|corrected|unlocked|unblocked|activated|reactivated|reset|resolved|solved|sorted(?: out)?|processed|replaced|extended|added|applied|completed|done|issued|ready|restored|back (?:up|to normal)|gift-wrapped|wrapped|adjusted|registered|closed (?:for you|as))\b/,
  ],
]

// What is said of oneself or of what the customer does; and what happens at once, before the customer's eyes.
const NO_DEED =
  /^(?:be\b(?! (?:able|in touch|back|with you|sure))|need|have to|want|wait|see\b(?! to| that)|miss|assume|say|hope|know|requir|try|attempt|do (?:my|our) best|love|like|appreciat|understand|remember|stay|keep|hold|look (?:for|up)|search|recap|repeat|look forward|expect|consider|think|transfer you|connect(?:ing)? you|pass(?:ing)? you|put(?:ting)? you|hand(?:ing)? you|forward you to|take (?:a|this|that) (?:moment|minute)|just|admit|open (?:at|again)|close|stand|explain|go through|show you|guide|walk you|begin|start\b|end\b|help\b|assist\b|ask (?:you|for your)|check your|have a (?:quick )?look|take a (?:quick )?look)/

/** A booking is made while the customer looks on, once they have said yes. */
const BOOKING =
  /^(?:book\b(?! in)|mak(?:e|ing) it for\b|(?:mak|reserv|schedul|buy|add|order|sav)(?:e|ing)? (?:\S{1,12} ){0,3}?(?:reservation|booking|appointment|visit|rooms?|table|tickets?|seats?|event|car)\b)/

const FILLERS =
  /^(?: ?(?:also|then|now|still|just|of course|(?!reply|apply|supply)\w{3,12}ly|be able to|be sure to|make sure (?:that )?(?:to|we|i)|see to it that (?:it|this)|go ahead and|all|both|always|once more|once again|again|next|first|today|tomorrow|soon|be)(?=\s)){0,4} ?/

const NO_FILLER_BE = /^be (?:in (?:touch|contact)|back|with you)\b/

export interface Deed {
  action: PromisedAction
  /** Units from where it was looked for. */
  length: number
  /** Whether it is one of the deeds known, and not just some verb. */
  known: boolean
  /** It is being done while the customer looks on: "I'll check that for you now". */
  atOnce?: true
}

/**
 * The deed that a verb and what follows it name, of somebody who acts.
 * @param rest the clause from behind "will"
 * @returns undefined where it is none: "will be closed", "will need your number"
 */
export function deedOf(rest: string): Deed | undefined {
  const filler = FILLERS.exec(rest)?.[0].length ?? 0
  const short = rest.replace(/^ /, '')
  const head = NO_FILLER_BE.test(short) ? short : rest.slice(filler)
  const at = rest.length - head.length
  if (BOOKING.test(head)) return undefined
  const known = firstOf(DEEDS, head)
  if (known)
    return {
      action: known,
      length: at + headLength(head),
      known: true,
      ...(isAtOnce(head) && { atOnce: true as const }),
    }
  const done = doneTo(head)
  if (done) return { action: done, length: at + headLength(head), known: true }
  if (rest.slice(0, filler).trimEnd().endsWith('be')) {
    const passive = firstOf(DONE, head)
    return passive && { action: passive, length: at + headLength(head), known: true }
  }
  if (NO_DEED.test(head) || !/^[a-z]{2,}/.test(head)) return undefined
  return { action: 'other', length: at + headLength(head), known: false }
}

/** What happens to a thing: "will be refunded", "will arrive"; undefined for "will expire", "will last". */
export function fateOf(rest: string): Deed | undefined {
  const head = rest.replace(FILLERS, '')
  const at = rest.length - head.length
  const be = /\bbe (?:\w{3,12}ly )?$/.test(rest.slice(0, at))
  const action = be
    ? (firstOf(DONE, head) ?? (/^(?:arriving|picking you up)\b/.test(head) ? 'send' : undefined))
    : /^(?:arrive|pick(?:ing)? you up|reach you|get to you|go out|leave (?:our|the|us|today|tomorrow)|ship|be (?:with|on|back))\b/.test(
          head,
        )
      ? 'send'
      : undefined
  return action && { action, length: at + headLength(head), known: true }
}

const HAVE_DONE = new RegExp(`^(?:have|get)${THROUGH}(?=[a-z]{3,12}(?:ed|ne|nt|et|ut)?\\b)`)

/** "Have your account unlocked", "get this sorted out". */
function doneTo(head: string): PromisedAction | undefined {
  if (!HAVE_DONE.test(head)) return undefined
  const words = head.replace(/ (?:that|which|and) .*/, '').split(' ')
  for (let i = 2; i < Math.min(7, words.length); i++) {
    const action = firstOf(DONE, words.slice(i).join(' '))
    if (action) return action
  }
  return undefined
}

function isAtOnce(head: string): boolean {
  return (
    /^(?:check|look|have a|verify|find out|review)/.test(head) &&
    /\b(?:for you|your (?:order|account)|now|right now|quickly|a moment|a second)\b/.test(head) &&
    !/\b(?:with (?:the|our|my)|into)\b/.test(head)
  )
}

function firstOf(forms: readonly Form[], head: string): PromisedAction | undefined {
  return forms.find(([, form]) => form.test(head))?.[0]
}

function headLength(head: string): number {
  return /^\S*/.exec(head)?.[0].length ?? 0
}

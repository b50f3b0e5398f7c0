import type { LedgerLine, TrustFitDecision, TrustFitTry } from '../../../bot/http/api.ts'

/** The words of the view on what evidence of trust is worth. */
export const fitEn = {
  hint: 'How much a rating, a kept promise or a reopened conversation says of a customer’s trust, where a new customer starts, and how soon all this is forgotten: figures under “trust” in policy.yaml. Your own ledgers can say which figures would have foretold your customers’ ratings best.',
  learning: {
    propose:
      'Every hour Candor looks whether there are enough new ratings to fit them to; you decide whether they serve.',
    apply:
      'Every hour Candor looks whether there are enough new ratings to fit them to; better figures serve by themselves (learning.policy: apply).',
    off: 'Not looked for: policy.yaml says “learning.policy: off”.',
  },
  noLook: 'The first look is an hour after the server has started.',
  seen: (at: string, ratings: string, customers: string) =>
    `Last look ${at}: ${ratings} ratings in the ledgers of ${customers} customers.`,
  tooFewRatings: (needed: string) =>
    `Too few to fit figures to and to check them: about ${needed} are needed. Keep the figures you have.`,
  tooFewRepeated:
    'Too few customers have rated twice within a month: how far single ratings stray cannot be told from how far trust moves. Keep the figures you have.',
  tooFewNew: (fresh: string, needed: string) =>
    `Since the last try ${fresh} new ones have come; the next try takes ${needed}.`,
  state: {
    waits: 'Proposed: other figures',
    serves: 'These figures serve',
    declined: 'Proposed, and not taken for now',
    left: 'Gone back from',
    'kept-back': 'Nothing gained: keep the figures you have',
    past: 'Earlier figures',
  } satisfies Record<TrustFitTry['state'], string>,
  fitted: (at: string, ratings: string, customers: string) =>
    `Fitted ${at} to ${ratings} ratings of ${customers} customers.`,
  decided: {
    taken: (name: string, at: string) => `${name} took them ${at}.`,
    declined: (name: string, at: string) => `${name} said “not now” ${at}.`,
    reverted: (name: string, at: string) => `${name} went back ${at}.`,
  } satisfies Record<TrustFitDecision, unknown>,
  foretells: (ratings: string, customers: string, after: string, before: string) =>
    `Tried on ${ratings} ratings of ${customers} customers whom they were not fitted to: the score before a rating was off from it by ${after} of the scale, with the figures in force then by ${before}. Single ratings stray in any case.`,
  gain: (value: string, low: string, high: string) =>
    `Gained per rating, where intervals that are too narrow or too wide cost as well (log score): ${value} (95 %: ${low} to ${high}).`,
  test: (p: string, level: string) => `p = ${p}; at most ${level} counts as better.`,
  table: 'Figures before and fitted',
  column: { figure: 'Figure', before: 'Before', after: 'Fitted', rows: 'Entries' },
  figure: {
    start: 'A new customer starts at (0 to 1)',
    strength: 'The start counts as observations',
    halfLife: 'Evidence counts half after days',
    most: 'An interval is never narrower than that of observations',
  },
  weight: (cause: string) => `Weight: ${cause}`,
  cause: {
    'survey-rating': 'a rating',
    'survey-recommend': 'would recommend us',
    'survey-effort': 'how easy it was',
    'survey-resolved': 'said: resolved',
    'survey-unresolved': 'said: not resolved',
    'escalation-resolved': 'agent: resolved',
    'escalation-unresolved': 'agent: not resolved',
    'conversation-reopened': 'came back',
    'promise-kept': 'promise kept',
    'promise-broken': 'promise broken',
  } satisfies Record<LedgerLine['cause'], string>,
  tooFewRows: '(too few: in proportion to the others)',
  decide: {
    taken: 'Use these figures',
    declined: 'Not now',
    reverted: 'Go back to the figures before',
  } satisfies Record<TrustFitDecision, string>,
  said: {
    taken: 'Taken: every score is reckoned with these figures from now on.',
    declined: 'Noted: the figures stay as they are. You can still take these.',
    reverted: 'Gone back: every score is reckoned with the figures before again.',
  } satisfies Record<TrustFitDecision, string>,
  earlier: (n: string) => `${n} earlier`,
  laterRows:
    'Start, half-life and intervals hold for every score at once. Weights count for what happens from then on: entries that are in the ledgers keep theirs, also when somebody goes back. Taken figures serve until the policy’s file changes.',
}

export type FitWords = typeof fitEn

import type { AnsweredTruth } from '../../../bot/http/api.ts'
import type { Direction } from '../sentences.ts'

type Answered = Record<keyof AnsweredTruth['newlyAnswered'], string>
type Changing = 'handovers' | 'answers' | 'lists'

const NAMES: Record<Changing, string> = {
  handovers: 'handovers',
  answers: 'answers by the bot',
  lists: 'lists to choose from',
}
const KINDS: Record<string, string> = {
  answer: 'Answer',
  ask: 'Question for a detail',
  several: 'Several needs at once',
  clarify: 'List to choose from',
  'decline-language': 'Language declined',
  explain: 'Says what it understood',
  escalate: 'Handover',
  smalltalk: 'Small talk',
  resolve: 'Goodbye',
}

export const en = {
  title: 'What if',
  heading: 'What if the bot decided otherwise?',
  intro: 'Change the policy below and see what it would have done in conversations that were recorded.',
  onlyCompares:
    'This page only compares: nothing on the server changes. To put a policy into force, save it as policy.yaml in the knowledge pack and restart the server.',
  managersOnly: 'This page is for managers and administrators.',
  form: 'Policy to try',
  policy: 'Policy to try (YAML)',
  from: 'From',
  to: 'To',
  compare: 'Compare',
  comparing: 'Deciding the recorded conversations anew. With many of them this takes a minute …',
  backToInForce: 'Back to the policy in force',
  backToMine: 'Bring my changes back',
  wrongRange: 'Choose a first and a last day, the first not after the last.',
  invalid: (problem: string) =>
    `This policy cannot be read: ${problem}. Mend it there, or look up the line in the policy in force. What you wrote is still here.`,
  result: 'What would have been different',
  compared: (conversations: string, from: string, to: string, zone: string) =>
    `${from} to ${to} (${zone}): ${conversations} conversations decided anew.`,
  capped: (n: string) => `There were more conversations: only the newest ${n} were looked at.`,
  notReproduced: (n: string, of: string) =>
    `The policy in force makes only ${n} of ${of} recorded decisions again: the policy, the needs, the version or what the bot has learnt about changes of topic is not what it was then. “In force” below is what it would decide now, not always what was decided.`,
  notTried: (parts: string) => `Also changed, but nothing that a record can try: ${parts}.`,
  clear: (what: Changing, direction: Exclude<Direction, 'unclear'>, by: string, low: string, high: string) =>
    `${by} ${direction} ${NAMES[what]} per 100 conversations (likely ${low} to ${high}).`,
  noClear: (what: Changing, fewer: string, more: string) =>
    `No clear change in ${NAMES[what]}: between ${fewer} fewer and ${more} more per 100 conversations.`,
  anyway: (more: string, later: string) =>
    `Of the ${more} conversations with a handover more, ${later} went to a person later anyway.`,
  changed: (n: string, of: string) =>
    `${n} of ${of} conversations differ. In each, the first difference is counted: what the customer would have written next, nobody knows.`,
  estimate: (gain: string, valued: string, of: string) =>
    `Estimate: ${gain} per conversation in the unit of the new stakes, by the bot’s own beliefs, from ${valued} of ${of} differences.`,
  rightOrWrong: 'Right or wrong',
  nothingKnown:
    'Of none of these messages is it known what it was about, so the record cannot tell whether answers would be right. Checked messages, agents’ verdicts and customers’ picks would tell.',
  wrongClear: (
    messages: string,
    before: string,
    after: string,
    direction: Exclude<Direction, 'unclear'>,
    by: string,
    low: string,
    high: string,
  ) =>
    `${by} ${direction} wrong answers (likely ${low} to ${high}) among the ${messages} messages of which it is known what they were about: ${after} instead of ${before}.`,
  wrongUnclear: (messages: string, before: string, after: string, fewer: string, more: string) =>
    `No clear change in wrong answers among the ${messages} messages of which it is known what they were about: ${after} instead of ${before} (between ${fewer} fewer and ${more} more).`,
  newly: ({ right, wrong, unknown }: Answered) =>
    `Newly answered: ${right} right, ${wrong} wrong, ${unknown} not known.`,
  noLonger: ({ right, wrong, unknown }: Answered) =>
    `No longer answered: ${right} right, ${wrong} wrong, ${unknown} not known.`,
  otherwise: ({ nowRight, nowWrong, asBefore, unknown }: Record<keyof AnsweredTruth['answeredOtherwise'], string>) =>
    `Answered otherwise: ${nowRight} now right, ${nowWrong} now wrong, ${asBefore} as before, ${unknown} not known.`,
  cannotTell: (n: string, of: string) =>
    `The record cannot tell for ${n} of the ${of} answers that come, go or change whether they are right.`,
  checksOnly: (messages: string, before: string, after: string) =>
    `By random checks alone, wrong answers among ${messages} messages: ${before} with the policy in force, ${after} with the new one. Picks and agents’ verdicts are no random sample; checks are.`,
  noChecks:
    'None of this comes from random checks: what customers picked and agents said is no random sample of all messages.',
  matrix: 'Decision by decision',
  matrixHint: 'Turns by what the bot does: with the policy in force (down) and with the new one (across).',
  inForceAndNew: 'In force ↓ new →',
  ofThemDiffer: (n: string) => `(${n} differ)`,
  kind: (kind: string) => KINDS[kind] ?? kind,
  examples: 'Conversations to look at',
  turnsInto: (before: string, after: string) => `${before} → ${after}`,
  about: (kind: string, needs: string) => `${kind}: ${needs}`,
  list: (names: string[]) => names.join(', '),
  conversationOf: (time: string) => `Conversation of ${time}`,
  whatTheRecordTells: 'What the record tells',
  turnsRecorded: (n: string) => `${n} recorded messages that the bot decided on. Of these:`,
  turnsCompared: (n: string) => `${n} compared.`,
  turnsNotKnown: (n: string) =>
    `${n} not known: they come after a first difference, and the customer might have written something else.`,
  turnsOfOldVersion: (n: string) => `${n} cannot be decided anew: an older version did not keep what they rested on.`,
  turnsWithoutText: (n: string) => `${n} cannot be decided anew: the text was not kept.`,
  turnsOfGoneNeeds: (n: string) => `${n} cannot be decided anew: they are about a need that there is no more.`,
  allReproduced: 'Control: the policy in force makes every recorded decision again.',
}

export type WhatIfWords = typeof en

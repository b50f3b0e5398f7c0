import { reportEn } from '../../shared/words/report-en.ts'

export const en = {
  ...reportEn,
  title: 'Gap',
  heading: 'Where the gap is',
  managersOnly: 'The report on the gap is for managers and administrators.',
  empty:
    'No customer messages in this range. Choose a longer one, or write in the demo shop’s chat: every message that the bot decides about is counted here.',
  largest: 'Where the gap is largest',
  largestHint: 'What costs most comes first, with what would close it.',
  howCosted: 'How the cost is counted',
  costPrices: (handover: string, unserved: string) =>
    `In this company’s policy a handover costs ${handover} and a need left unmet ${unserved}, where a need has no price of its own.`,
  nothingLarge: 'No need and no group of messages has cost anything in this range.',
  notKept: (n: string) =>
    `Of the messages in this range, ${n} were handled by a version that did not keep what they were about: they count in the totals below and in no list.`,
  newTopic: (name: string) => `Not covered: “${name}”`,
  newTopicUnnamed: 'Not covered: messages without a common word',
  inLanguage: { en: 'English messages', zh: 'Chinese messages' },
  messages: (n: string) => (n === '1' ? '1 message' : `${n} messages`),
  handovers: (n: string) => (n === '1' ? '1 handover' : `${n} handovers`),
  dissatisfied: (n: string) => (n === '1' ? '1 dissatisfied customer' : `${n} dissatisfied customers`),
  unmet: (n: string) => `about ${n} conversations left unmet`,
  and: ', ',
  cost: (cost: string, share: string) => `Cost ${cost}: ${share} of all.`,
  whatCloses: 'What would close it',
  remedy: {
    tooFew: 'Too few to tell what would close it.',
    none: 'No single cause stands out. Read some of these conversations.',
    personByPolicy: (evidence: string) =>
      `A person handles this, as the policy wants (${evidence} handovers for that reason). To change that, change the policy.`,
    draft: 'Write the answer: it is still a draft.',
    missingAnswer: (evidence: string) =>
      `Give a better answer: of the messages that followed it, ${evidence} show that it did not serve.`,
    missingDetails: (evidence: string) =>
      `Get the details sooner: where the gap was large, mostly details were missing in ${evidence}.`,
    confusable: (other: string, evidence: string) =>
      `Tell it apart from “${other}”: of the lists offered, ${evidence} were between these two. Add examples to both, or merge them.`,
    noNeed: (evidence: string) =>
      `Add a need for it: of the messages that no need covers, ${evidence} are of this kind.`,
  },
  examples: 'What customers wrote, without names and numbers',
  uncovered: (messages: string, grouped: string) =>
    `No need covers ${messages} of the messages; ${grouped} of them are in groups like those above.`,
  unplaced: (handovers: string, dissatisfied: string) =>
    `About no need that anybody could name: handovers ${handovers}, dissatisfied customers ${dissatisfied}. They stand in no entry above.`,
  newestOnly: 'There were more: only the newest 5,000 were looked at.',
  tile: { gap: 'Mean gap', large: 'Large gaps', conversations: 'Conversations' },
  ofTurns: (n: string) => `over ${n} messages`,
  lowerIsBetter: 'lower is better',
  byWeek: 'By week',
  chart: 'The gap and its parts by week',
  part: { gap: 'Gap', understanding: 'Understanding', detail: 'Details', answer: 'Answer' },
  day: 'Week',
  weekName: (week: string, monday: string, days: number) =>
    days === 7 ? `${week} (from ${monday})` : `${week} (from ${monday}, ${days} ${days === 1 ? 'day' : 'days'} of it)`,
  partsMean: 'What do the parts mean?',
  byNeed: 'By need',
  byAnswer: 'By answer',
  column: {
    need: 'Need',
    messages: 'Messages',
    gap: 'Mean gap',
    large: 'Large gaps',
    clarifications: 'Lists',
    handovers: 'Handovers',
    dissatisfied: 'Dissatisfied',
    answer: 'Answer to',
    answers: 'Given',
    gapAfter: 'Gap after it',
    missed: 'Did not serve',
    refused: 'Refused',
    repeated: 'Asked again',
  },
  noNeeds: 'No messages to show about a need of the pack.',
  noAnswers: 'No answers to show for this range.',
  draftMark: 'draft',
}

export type GapWords = typeof en

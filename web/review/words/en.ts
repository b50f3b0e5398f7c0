import { reportEn } from '../../shared/words/report-en.ts'
import { messagesEn } from './messages-en.ts'

export const en = {
  ...reportEn,
  ...messagesEn,
  title: 'Review',
  heading: 'What the bot may learn',
  managersOnly: 'The review is for managers and administrators.',
  views: 'Views',
  view: { messages: 'Messages', backlog: 'Missing needs', answers: 'Answers' },
  language: 'Language',
  languages: { en: 'English', zh: 'Chinese' },
  cancel: 'Cancel',
  saving: 'Saving …',
  comma: ', ',
  /** Between two sentences. */
  space: ' ',
  backlogLead: 'Messages that no need of the pack covers, in groups of one kind. What costs most comes first.',
  readOnlyNeeds:
    'This server may not write the pack’s folder, so needs cannot be made here. Make them where the pack is kept; the messages below are good examples.',
  noGroups:
    'No group of messages without a need in these days. Either the pack covers what customers ask, or too few have asked the same: choose more days.',
  unnamedGroup: 'Messages without a common word',
  messages: (n: string, one: boolean) => `${n} ${one ? 'message' : 'messages'}`,
  customers: (n: string, one: boolean) => `${n} ${one ? 'customer' : 'customers'}`,
  handovers: (n: string, one: boolean) => `${n} ${one ? 'handover' : 'handovers'}`,
  dissatisfied: (n: string, one: boolean) => `${n} dissatisfied ${one ? 'customer' : 'customers'}`,
  costs: (cost: string) => `Cost ${cost}`,
  moreExamples: (n: string) => `${n} more`,
  drafted: (need: string) => `The pack has the need “${need}” for it.`,
  makeNeed: 'Make a draft need',
  forGroup: (name: string) => ` for “${name}”`,
  uncovered: (messages: string, grouped: string) =>
    `No need covers ${messages} of the messages of these days; ${grouped} of them are in the groups above.`,
  newestOnly: 'There were more: only the newest were looked at.',
  draftLead: (n: string, one: boolean) =>
    `The need is written into the pack with ${n} ${one ? 'example' : 'examples'} from customers’ messages.`,
  titleIn: { en: 'English title', zh: 'Chinese title' },
  titleHelp: 'Customers read the title where the bot asks which need is meant.',
  needName: 'Name in the pack',
  needNameHelp: 'Small letters and hyphens, such as “gift-wrapping”. It becomes the name of the file.',
  needMade: 'The draft need is in the pack',
  wroteInto: 'Written: ',
  beingTrained:
    'A model is now trained on it. It takes over when it is no worse on the needs there were before; the page “Learning” tells what came of it.',
  answerMissing: 'The answer is still a draft: write it in this file, or take over what agents say under “Answers”.',
  answersLead: 'What agents answer often, where the pack has no answer or one that customers rate low.',
  readOnlyAnswers:
    'This server may not write the pack’s folder, so no answer can be taken over here. Copy the text to where the pack is kept.',
  noAnswerProposals:
    'Nothing to propose. An answer is proposed when agents have given nearly the same one in at least three handovers to at least two customers.',
  because: { 'no-answer': 'The pack has no answer', 'badly-rated': 'The pack’s answer is rated low' },
  given: (n: string) => `given in ${n} handovers`,
  packSays: 'The pack says now',
  agentsSay: 'Agents say',
  draftMark: 'draft',
  noAnswerYet: 'Nothing yet.',
  notRated: 'Not rated yet.',
  ratings: (n: string, one: boolean) => `${n} ${one ? 'rating' : 'ratings'}`,
  rated: (mean: string, evidence: string) => `Rated ${mean} of 5 (${evidence}).`,
  takeOver: 'Take over',
  forNeed: (title: string) => ` as the answer to “${title}”`,
  asTheyWroteIt: 'As they wrote it',
  readFirst: 'Read it first, and change it so that it is right for everybody.',
  servesSoon: 'The bot answers with it in a few seconds. No new model is needed.',
}

export type ReviewWords = typeof en

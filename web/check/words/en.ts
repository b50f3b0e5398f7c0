export const en = {
  title: 'Random check',
  heading: 'Check a random message',
  lead: 'The bot’s promise rests on messages drawn at random and judged by a person. A few minutes a week are enough to keep it.',
  managersOnly: 'The random check is for managers and administrators.',
  promise: 'What the bot promises',
  promiseText: (wrong: string, confidence: string) =>
    `At most ${wrong} of what the bot answers on its own is wrong, said with ${confidence} confidence.`,
  standing: { guaranteed: 'Guaranteed', 'not-shown': 'Not shown' },
  notEnough: (labels: string, needed: string) => `Not enough evidence: ${labels} of ${needed}`,
  guaranteedBy: (labels: string, answered: string, wrong: string) =>
    `Of ${labels} checked messages the bot would have answered ${answered} on its own, ${wrong} of them wrongly.`,
  atMost: (risk: string) => `So at most ${risk} of its answers are wrong.`,
  notShownBy: (labels: string, bound: string) =>
    `${labels} checked messages hold too many wrong answers: under the best threshold they only show that at most ${bound} are wrong.`,
  threshold: (value: string) => `The bot answers on its own when it is surer than ${value}.`,
  thresholdFrom: {
    policy: () => 'That is what the policy says; it holds until the guarantee is shown.',
    guarantee: (since: string) => `That is what keeps the promise, by checks up to ${since}.`,
    'earlier-guarantee': (since: string) =>
      `That kept the promise by checks up to ${since}; newer ones have not shown another threshold, so it stays.`,
  },
  progress: (labels: string, needed: string) => `${labels} of ${needed} needed for the next look.`,
  counted: (checks: string, days: string) =>
    `Counted are messages of the last ${days} days that the bot might answer; checked in all: ${checks}.`,
  lists: 'Lists to choose from',
  listsHelp: 'When the bot is unsure it offers up to four needs. This is how often the list holds what is needed.',
  listColumns: ['Language', 'Wanted', 'Guaranteed', 'Measured', 'Cases', 'Calibrated on'],
  languages: { en: 'English', zh: 'Chinese' },
  measured: (coverage: string, atLeast: string) => `${coverage} (at least ${atLeast})`,
  noData: 'no data yet',
  fromCustomers: 'customers’ checked messages',
  fromExamples: (cases: string, needed: string) => `examples (customers’: ${cases} of ${needed})`,
  examplesHelp:
    'Customers may write quite differently from the pack’s examples: those figures are about the examples until there are enough checked messages of customers.',
  message: 'A message drawn at random',
  nothingLeft: 'Every message that could be checked has been. Come back when customers have written more.',
  before: 'The customer had written before:',
  wroteAt: (time: string) => `Customer, ${time}`,
  question: 'What is it about?',
  questionHelp:
    'Type to search, Enter takes the first one found, Enter again saves. What the bot did is shown afterwards.',
  searchNeeds: 'Search needs',
  noNeedFound: 'No need matches. Clear the search, or say that it is none of them.',
  meant: { none: 'None of our needs', unclear: 'Cannot tell' },
  save: 'Save',
  whyNoSkip:
    'There is no skipping: leaving out the hard ones would make the bot look better than it is. “Cannot tell” is an answer; it counts against the bot.',
  agrees: 'The bot took it for the same.',
  differs: 'The bot took it for something else.',
  youSaid: (meant: string) => `You: ${meant}`,
  botBelieved: (need: string, sure: string) => `The bot: ${need}, ${sure} sure`,
  botSaid: 'It said:',
  next: 'Next message',
  stands: 'A verdict stands once the bot’s is known.',
}

export type CheckWords = typeof en

export const groupsEn = {
  hint: 'Of everything that customers’ records took in, the part that speaks for the company. Entries of one customer are alike, so the interval counts customers; a changed rating counts as it is now.',
  by: {
    need: 'By need',
    answer: 'By answer of the bot',
    agent: 'By agent',
    channel: 'By channel',
  },
  empty: 'Nothing in this range says what it is about.',
  name: 'About',
  share: 'For us',
  likely: 'Likely',
  oneCustomer: 'one customer: too few to tell',
  rows: 'Entries',
  customers: 'Customers',
}

export type GroupsWords = typeof groupsEn

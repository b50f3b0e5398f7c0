/** The view on promises: how the company keeps its word. */
export const promisesEn = {
  hint: 'Promises by when they were due: those of answers in the pack, of the bot at a handover, and of agents. A time that was moved does not count anew: a promise is kept in time if it was done by the first time that the customer was told.',
  none: 'Nothing that was promised was due in these days.',
  keptInTime: 'Kept in time',
  byWeek: 'Promises by the week in which they were due',
  byMaker: 'By whose word it was',
  maker: 'Said by',
  week: 'Week from',
  makers: {
    bot: 'The bot, at a handover',
    pack: (need: string) => `Answer: ${need}`,
    agent: (name: string) => name,
  },
  scroll: 'Promises, scrolls sideways',
}

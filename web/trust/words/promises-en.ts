import type { PromiseCounts } from '../../../bot/http/api.ts'

type State = Exclude<keyof PromiseCounts, 'keptInTime'>

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
  states: {
    kept: 'In time',
    late: 'Late',
    broken: 'Broken',
    overdue: 'Overdue',
    open: 'Not due yet',
    withdrawn: 'No longer wanted',
    unknown: 'Nobody knows',
  } satisfies Record<State, string>,
  hearing: {
    title: 'How well promises are heard',
    hint: (days: number) =>
      `The desk proposes what an agent's message seems to promise. Of the proposals that agents answered in the last ${days} days, this share was taken, as it was or changed. A way of wording that is shown to be taken less than a quarter of the time (95 % interval) proposes nothing more, until its refusals are older than that or you let it.`,
    none: 'No proposal was answered yet.',
    language: { en: 'English', zh: 'Chinese' } as Record<string, string>,
    taken: 'Taken',
    takenOf: (language: string, share: string) => `${language}: ${share} taken`,
    scroll: 'Ways of wording, scrolls sideways',
    rule: 'Way of wording',
    state: 'Proposes',
    proposes: 'Yes',
    keptBack: 'Not now',
    again: 'Propose again',
    againOf: (rule: string) => `Propose again: ${rule}`,
    againSaid: (rule: string) => `Proposed again from now on: ${rule}`,
    forms: {
      'en-will': 'English: somebody will',
      'en-get': 'English: you will get',
      'en-thing': 'English: a thing will come',
      'en-present': 'English: said as being done',
      'en-leaves': 'English: it arrives, it leaves',
      'en-expect': 'English: expect, give us',
      'zh-will': 'Chinese: with 会, 将, 尽快 …',
      'zh-after': 'Chinese: after something is done',
      'zh-present': 'Chinese: with a time alone',
    } as Record<string, string>,
    actions: {
      answer: 'answer',
      call: 'call',
      refund: 'money back',
      send: 'send or bring',
      check: 'look into it',
      other: 'something else',
    } as Record<string, string>,
    named: (form: string, action: string) => `${form}; ${action}`,
  },
  scroll: 'Promises, scrolls sideways',
}

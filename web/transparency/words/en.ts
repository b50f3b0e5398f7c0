import type { PublicRelease, TransparencyPage } from '../../../bot/http/api.ts'

const EVERY = { week: 'week', month: 'month', quarter: 'quarter' } as const

export const en = {
  title: 'What we promise, and how we keep it',
  skip: 'Skip to the text',
  back: 'Back to the shop',
  intro:
    'This page is for everybody. It says what we promise in the chat, how often we keep it, what our assistant cannot do and what we store.',
  figures: {
    title: 'How we kept it',
    off: 'We publish no figures at the moment.',
    period: 'Period',
    missing: {
      soon: (days: string) => `The figures of ${days} are being prepared.`,
      'budget-spent': (days: string) =>
        `The figures of ${days} are not published: together with those published before in that quarter they could tell more about single customers than we allow. The last ones stay below with their dates.`,
      'taken-down': (days: string) =>
        `The figures of ${days} were published and then taken down. They are not made a second time, because that would tell more about single customers.`,
    },
    names: {
      promisesInTime: 'Promises kept in time',
      satisfiedWithPerson: 'Satisfied with our people',
      satisfiedWithBot: 'Satisfied with the assistant',
      botAlone: 'Conversations that ended without a person',
    },
    answered: 'How soon a person answered',
    answeredHow:
      'From the moment a customer was put through to a person until that person wrote; nights and days on which we are closed count as well.',
    within: 'Within',
    minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    share: 'Share',
    interval: '95 % interval',
    n: 'Counted, about',
    range: (low: string, high: string) => `${low} to ${high}`,
    between: (range: string, n: string) => `${range} (95 % interval), of about ${n}`,
    above: (share: string) => `more than ${share}`,
    below: (share: string) => `less than ${share}`,
    withheld: {
      few: 'Not shown: fewer than ten.',
      uncertain: 'Not shown: the noise that protects single customers is larger than what it could say.',
    },
    reading: (rows: number, published: string) =>
      `Satisfied means 4 or 5 of 5. Of each customer ${rows === 1 ? 'one entry counts' : `at most ${rows} entries count`} in each figure. The interval holds both chance and the noise that was added. Published on ${published} and not changed since.`,
  },
  promises: {
    title: 'What we promise',
    answer: (hours: number) =>
      `Whoever wants a person while nobody is there gets an answer from one within ${hours === 1 ? 'one hour' : `${hours} hours`} in which we are open.`,
    intro: 'With some answers we promise to come back to you:',
    table: 'Promises',
    about: 'When it is about',
    what: 'We promise',
    within: 'Within',
    hours: (hours: number, open: boolean) => `${hours} ${open ? 'open ' : ''}${hours === 1 ? 'hour' : 'hours'}`,
    onceHandedOver: 'once you are put through to a person',
    open: 'When people are there',
    always: 'Every day, around the clock.',
    closed: 'closed',
    and: ', ',
    zone: (zone: string) => `Times of ${zone}.`,
    holidays: (days: string) => `Closed on ${days}.`,
  },
  bot: {
    title: 'What the assistant cannot do',
    items: [
      'It can be wrong. With each answer it shows how sure it is and where the answer comes from; of answers that say 80 %, about eight in ten should be right.',
      'It answers from texts that we have written. It does not decide anything for you, and it pays nothing out.',
      'When it does not know, it asks back or calls a person, and says so.',
    ],
    languages: (languages: string) => `It speaks ${languages}. In any other language it can only offer you a person.`,
    toPerson: 'What always goes to a person',
    toPersonAlways: 'Whoever asks for a person is put through to one. So is whoever writes of danger or of the law.',
    toPersonNeeds: 'And everything about:',
    heldTo: 'What we hold it to',
    guarantee: (wrong: string, sure: string, days: number) =>
      `Of what it answers by itself, at most ${wrong} may be wrong. People check messages of the last ${days} days that were drawn at random, and this must be shown with a confidence of ${sure}.`,
    until: (above: string) =>
      `As long as that is not shown, it answers by itself only when it is at least ${above} sure; otherwise it asks back or calls a person.`,
  },
  stored: {
    title: 'What we store, and for how long',
    what: 'What we store about you',
    items: [
      'What you write in the chat and the files that you send, with what was answered, and your name where you or Teams have given it.',
      'What the assistant made of each message: what it is about, how sure it was, how content you sounded.',
      'When, to whom and why you were put through, and notes that our people make about the conversation.',
      'What we promised you, and an e-mail address or phone number that you gave for it.',
      'Whether you want to be asked how it was, and what we gave you to make up for something or to say thank you.',
      'Your ratings and comments, and a trust score that is worked out from what happened between you and us. From the chat you can look up the score, its reasons and our promises.',
      'Copies of messages from which the assistant may learn. Names, numbers and addresses are taken out by rules, which seldom but sometimes miss one.',
      'In your browser: a key by which the chat knows you again, your language, and what you wrote without a connection. No cookies, and nobody else’s scripts.',
    ],
    howLong: 'For how long',
    until: (hours: number) => [
      'Nothing of this is deleted by itself in this version of our chat: it stays until we delete it.',
      'There is no button yet to have everything erased. Ask a person in the chat.',
      `A survey can be answered, and its answer changed, for ${hours} hours. The answer stays.`,
      'What is in your browser stays until you delete the data of this site there.',
    ],
  },
  privacy: {
    title: 'How these figures protect you',
    off: 'As long as we publish no figures, nothing about anybody can be told from this page.',
    items: (
      { releaseEvery, epsilonPerQuarter, rowsPerCustomer, fewest }: TransparencyPage['privacy'],
      noise: PublicRelease['noise'] | undefined,
    ) => [
      `They are made once each ${EVERY[releaseEvery]}, when it is over, and are the same for everybody until the next.`,
      `To each count random noise is added${noise ? ` (at the last time typically ${(noise.tables[0]?.standardDeviation ?? 0).toFixed(0)} up or down)` : ''}. So hardly anything can be told from them about whether you are among those counted, even by somebody who knows everything about everybody else.`,
      `The measure of it is called epsilon (differential privacy): all figures that are published for a quarter add up to ${epsilonPerQuarter}. Whoever sees them all can raise or lower the odds that you are among our customers by at most a factor of ${Math.exp(epsilonPerQuarter).toFixed(1)}. Each further quarter has its own.`,
      `It holds because, of each customer, at most ${rowsPerCustomer === 1 ? 'one entry counts' : `${rowsPerCustomer} entries count`} in each figure. Whoever writes from several browsers counts as several customers.`,
      `Groups of fewer than ${fewest} are not shown.`,
      'When the epsilon of a quarter is spent, nothing more is published about it, whatever happens.',
    ],
  },
}

export type OpenWords = typeof en

import { isAnswer, type Reply } from './chat.ts'

/** The need a labelled message is about: its name, and its titles in every language. */
export interface MeantNeed {
  name: string
  titles: ReadonlySet<string>
}

const PERSON_PLEASE = { en: 'I want to talk to a person', zh: '我要转人工' }

/**
 * What a simulated customer says to the first reply: picks what they meant where the list has it, and asks for a person
 * where it has not, or where the bot asks anything else. Who got an answer, or a person, says no more.
 * @param meant absent for a message out of scope: then no list has it
 */
export function secondMessage(reply: Reply, meant: MeantNeed | undefined): string | undefined {
  if (isAnswer(reply) || reply.kind === 'handover') return undefined
  const { options, language } = reply
  return options.find((title) => meant?.titles.has(title)) ?? PERSON_PLEASE[language]
}

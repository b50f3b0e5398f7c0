import type { CardAction, SuggestedActions } from 'botbuilder'
import type { Message } from '../../domain/index.ts'
import { PHRASES } from './phrases.ts'

/** What the customer can pick, in the order to show it; choosing is the same as typing the text. */
export function choicesOf(message: Message): string[] {
  const { body } = message
  switch (body.kind) {
    case 'clarification':
      return [
        ...body.options.map((option) => option.title),
        ...(body.offersPerson ? [PHRASES[message.language].talkToPerson] : []),
      ]
    case 'question':
    case 'promise-question':
      return body.choices ?? []
    default:
      return []
  }
}

/** Buttons that post their own text, as every Bot Framework client draws them. */
export function suggestedActions(choices: readonly string[], to: string[]): SuggestedActions {
  return { to, actions: choices.map((title): CardAction => ({ type: 'imBack', title, value: title })) }
}

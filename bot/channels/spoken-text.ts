import type { Message } from '../../domain/index.ts'
import { PHRASES } from './phrases.ts'

/** The text of a message for a client that cannot put new words in the place of old ones: there a correction says that it is one. */
export function spokenText({ text, body, language }: Pick<Message, 'text' | 'body' | 'language'>): string {
  return body.kind === 'correction' ? PHRASES[language].correction(text) : text
}

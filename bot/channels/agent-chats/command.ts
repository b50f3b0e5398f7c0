import type { ResolvedOutcome } from '../../../domain/index.ts'

/** What an agent can tell the bot in a chat, in either language. */
export type Command =
  | { kind: 'link'; code: string }
  | { kind: 'unlink' }
  | { kind: 'available' }
  | { kind: 'away' }
  | { kind: 'return' }
  | { kind: 'help' }
  | { kind: 'resolve'; outcome: ResolvedOutcome }

const LINK = /^(?:link|绑定)[\s:：]*([a-z0-9]{8})$/i

const WORDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['unlink', { kind: 'unlink' }],
  ['解绑', { kind: 'unlink' }],
  ['available', { kind: 'available' }],
  ['上线', { kind: 'available' }],
  ['away', { kind: 'away' }],
  ['离开', { kind: 'away' }],
  ['return', { kind: 'return' }],
  ['退回', { kind: 'return' }],
  ['help', { kind: 'help' }],
  ['帮助', { kind: 'help' }],
  ['resolve', { kind: 'resolve', outcome: 'resolved' }],
  ['解决', { kind: 'resolve', outcome: 'resolved' }],
  ['unresolved', { kind: 'resolve', outcome: 'unresolved' }],
  ['未解决', { kind: 'resolve', outcome: 'unresolved' }],
  ['spam', { kind: 'resolve', outcome: 'spam' }],
  ['垃圾消息', { kind: 'resolve', outcome: 'spam' }],
])

/** A command is the whole message: whatever stands in a sentence is for the customer. */
export function readCommand(text: string): Command | undefined {
  const said = text.trim()
  const code = LINK.exec(said)?.[1]
  return code === undefined ? WORDS.get(said.toLowerCase()) : { kind: 'link', code }
}

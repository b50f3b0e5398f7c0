import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findPromises } from '../../../nlp/index.ts'
import { shortDeadline } from './judged-sentences.ts'

/** Numbers and times that the publisher of a chat has hidden, as some number and some time. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\[数字x\]/g, '3'],
  [/\[时间x\]/g, '10:00'],
  [/#E-?[a-z]?\d*/g, ''],
  [/[[\]]/g, ''],
]

/**
 * Lists what is found in the business's messages of real chats, for a person to judge: each message once, of the half of the
 * chats (by a hash of their id) that was not looked at while the rules were written.
 * @param file JSON lines `{id, turns: [{from, text}]}`
 */
export function listPromisesInChats(file: string): void {
  const messages = new Set<string>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, turns }: { id: string; turns: { from: string; text: string }[] } = JSON.parse(line)
    if ((createHash('sha256').update(id).digest()[0] as number) % 2 === 0) continue
    for (const { from, text } of turns)
      if (from === 'business') messages.add(HIDDEN.reduce((shown, [hidden, as]) => shown.replace(hidden, as), text))
  }
  const found = [...messages].map(findPromises).filter(({ length }) => length > 0)
  for (const { action, deadline, what } of found.flat()) console.log(`${action}:${shortDeadline(deadline)}\t${what}`)
  console.log(`\n${messages.size} messages, ${found.length} of them with a promise.`)
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { wilsonInterval } from '../../../analytics/index.ts'
import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { findPromises } from '../../../nlp/index.ts'
import { mayPromise } from './broad-net.ts'
import { hashOfMessage, type MessageJudgement, readMessageJudgements } from './judged-messages.ts'
import { shortDeadline } from './judged-sentences.ts'

/** Numbers and times that the publisher of a chat has hidden, as some number and some time. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\[数字x\]/g, '3'],
  [/\[时间x\]/g, '10:00'],
  [/#E-?[a-z]?\d*/g, ''],
  [/[[\]]/g, ''],
]

/**
 * What is found in the business's messages of real chats, each message once, of the half of the chats (by a hash of their
 * id) that the rules were not written with; a message that is in the other half, too, is left out. Prints precision and
 * recall by what a person said of them, and lists what is found and was not judged yet.
 * @param files JSON lines `{id, turns: [{from, text}]}`
 */
export function judgePromisesInChats(files: readonly string[]): void {
  const judgements = readMessageJudgements()
  const messages = heldOutMessages(files)
  for (const language of LANGUAGES) {
    const theirs = messages.filter((text) => languageOf(text) === language)
    if (theirs.length > 0) console.log(figures(theirs, language, judgements))
  }
  for (const text of messages) {
    if (judgements.has(hashOfMessage(text))) continue
    for (const { action, deadline, what } of findPromises(text))
      console.log(`not judged\t${action}:${shortDeadline(deadline)}\t${what}`)
  }
}

function figures(messages: readonly string[], language: Language, all: ReadonlyMap<string, MessageJudgement>): string {
  const judged = messages.flatMap((text) => {
    const judgement = all.get(hashOfMessage(text))
    return judgement ? [{ ...judgement, found: findPromises(text).length > 0 }] : []
  })
  const found = judged.filter((one) => one.found)
  const passed = judged.filter(({ first }) => first === 'passed')
  const missed = passed.filter((one) => one.promise && !one.found)
  const unsampled = messages.filter((text) => mayPromise(text, language)).length - (judged.length - passed.length)
  const hits = judged.filter(({ first, promise, found: now }) => first === 'found' && promise && now).length
  const lost = judged.filter(({ first, promise, found: now }) => first === 'found' && promise && !now).length
  /** Of all promises, those found, if this share of what was passed over is a promise that is missed. */
  const recall = (missedShare: number, caughtShare: number) =>
    percent((hits + caughtShare * unsampled) / (hits + lost + (caughtShare + missedShare) * unsampled))
  const caught = (passed.filter((one) => one.promise).length - missed.length) / passed.length
  const { low, high } = wilsonInterval(missed.length, passed.length)
  return [
    `${language}: ${messages.length} messages, ${judged.length} judged.`,
    `  precision: ${found.filter(({ promise }) => promise).length} of ${found.length} judged findings are promises`,
    `  missed: ${missed.length} of ${passed.length} drawn from ${unsampled} that may promise and were passed over at first`,
    `  recall: ${recall(missed.length / passed.length, caught)} (${recall(high, caught)}-${recall(low, caught)}, by the interval of what is missed)`,
  ].join('\n')
}

function heldOutMessages(files: readonly string[]): string[] {
  const halves = [new Set<string>(), new Set<string>()] as const
  for (const line of files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))) {
    const { id, turns }: { id: string; turns: { from: string; text: string }[] } = JSON.parse(line)
    const half = (createHash('sha256').update(id).digest()[0] as number) % 2 === 1 ? halves[1] : halves[0]
    for (const { from, text } of turns)
      if (from === 'business') half.add(HIDDEN.reduce((shown, [hidden, as]) => shown.replace(hidden, as), text))
  }
  return [...halves[1]].filter((text) => !halves[0].has(text))
}

function languageOf(text: string): Language {
  return /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en'
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}

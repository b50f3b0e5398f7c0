import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Language } from '../../../domain/index.ts'
import type { PromiseDeadline, PromisedAction } from '../../../nlp/index.ts'

/** A promise as the corpus notes it. */
export interface JudgedPromise {
  action: PromisedAction
  /** As `shortDeadline` writes it. */
  deadline: string
}

export interface JudgedSentence {
  language: Language
  text: string
  promises: JudgedPromise[]
  /** In the half that was not looked at while the rules were written. */
  heldOut: boolean
}

/** The corpus of one language: a CSV with the columns promises (`call:+1 12:00; send:-`) and text. */
export function readJudgedSentences(language: Language): JudgedSentence[] {
  const file = new URL(`corpus.${language}.csv`, import.meta.url)
  const { data } = Papa.parse<{ promises: string; text: string }>(readFileSync(file, 'utf8').trim(), { header: true })
  return data.map(({ promises, text }) => ({
    language,
    text,
    promises: promises
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => {
        const colon = one.indexOf(':')
        return { action: one.slice(0, colon) as PromisedAction, deadline: one.slice(colon + 1) }
      }),
    heldOut: isHeldOut(text),
  }))
}

/** Half of all sentences, told by a hash of their words, so that nobody chose which. */
function isHeldOut(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] as number) % 2 === 1
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `24 hour`, `+1 12:00` (tomorrow by noon), `fri`, `next tue`, `11-30`, `end of week`, `-` (no time was said). */
export function shortDeadline(deadline: PromiseDeadline): string {
  if (deadline.kind === 'none') return '-'
  if (deadline.kind === 'within') return `${deadline.amount} ${deadline.unit}`
  const { time } = deadline
  const clock = time && `${two(time.hour)}:${two(time.minute)}`
  return [shortDay(deadline.day), ...(clock ? [clock] : [])].join(' ')
}

function shortDay(day: Extract<PromiseDeadline, { kind: 'by' }>['day']): string {
  switch (day.kind) {
    case 'in-days':
      return `+${day.days}`
    case 'weekday':
      return `${day.weeks ? 'next ' : ''}${WEEKDAYS[day.weekday - 1]}`
    case 'date':
      return [day.year, day.month && two(day.month), two(day.day)].filter((part) => part !== undefined).join('-')
    case 'end-of-week':
      return day.weeks ? 'end of next week' : 'end of week'
    case 'end-of-month':
      return day.months ? 'end of next month' : 'end of month'
    default:
      return day satisfies never
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

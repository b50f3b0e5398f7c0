import type { DeskEscalation, DeskQueue, Language } from '../../bot/http/api.ts'

export interface QueueFilter {
  text: string
  /** Name of a queue; empty: all. */
  queue: string
  language: Language | ''
}

export const NO_FILTER: QueueFilter = { text: '', queue: '', language: '' }

export function isFiltering({ text, queue, language }: QueueFilter): boolean {
  return text.trim() !== '' || queue !== '' || language !== ''
}

/** All words of the text must occur in the name, the need in either language or what the customer wrote. */
export function matchesFilter(line: DeskEscalation, { text, queue, language }: QueueFilter): boolean {
  if (queue !== '' && line.queue !== queue) return false
  if (language !== '' && line.language !== language) return false
  const shown = [line.customerName, line.need?.en, line.need?.zh, line.lastText].join('\n').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word))
}

export interface QueueSections {
  offered: DeskEscalation[]
  waiting: DeskEscalation[]
  mine: DeskEscalation[]
  others: DeskEscalation[]
}

/** The lists as they are shown: what is offered to this agent stands apart, and is never filtered away: it runs out. */
export function queueSections(queue: DeskQueue, filter: QueueFilter): QueueSections {
  const matching = (lines: DeskEscalation[]) => lines.filter((line) => matchesFilter(line, filter))
  return {
    offered: queue.waiting.filter(({ offer }) => offer?.mine === true),
    waiting: matching(queue.waiting.filter(({ offer }) => offer?.mine !== true)),
    mine: matching(queue.mine),
    others: matching(queue.others),
  }
}

/** The conversations in the order in which the lists show them. */
export function inOrder({ offered, waiting, mine, others }: QueueSections): string[] {
  return [...offered, ...mine, ...waiting, ...others].map(({ conversationId }) => conversationId)
}

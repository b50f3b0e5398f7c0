import type { Line } from './line.ts'

/** The customer's last message that the agent has read; undefined when they have read none. */
export function lastReadLine(lines: readonly Line[], agentReadSeq: number): Line | undefined {
  return lines.findLast(
    ({ from, kind, seq }) =>
      from === 'customer' && kind !== 'survey-response' && (seq ?? 0) > 0 && (seq ?? 0) <= agentReadSeq,
  )
}

/** After this line the list of promises may be another one: something was promised, told of a promise, or answered. */
export function saysOfPromises({ kind, code, noted, promisedBy, from }: Line): boolean {
  const isTold = noted !== undefined || promisedBy !== undefined || code?.startsWith('promise-') === true
  return isTold || kind === 'promise-question' || code === 'resolved' || from === 'agent'
}

export type Attendance =
  | { kind: 'bot' }
  /** `waitingBefore` is not known while one agent passes the conversation on to another. */
  | { kind: 'queued'; waitingBefore?: number; absence?: { backAt?: number }; promisedBy?: number }
  | { kind: 'agent'; name?: string }
  | { kind: 'closed' }

const WRITTEN = new Set<Line['kind']>(['text', 'file', 'promise-response'])

/** Who speaks for the company now, as far as the messages tell. */
export function attendanceOf(lines: readonly Line[]): Attendance {
  let attendance: Attendance = { kind: 'bot' }
  for (const line of lines) {
    if (line.kind === 'handover' || line.code === 'still-waiting')
      attendance = {
        kind: 'queued',
        waitingBefore: line.waitingBefore ?? 0,
        ...(line.absence && { absence: line.absence }),
        ...(line.promisedBy !== undefined && { promisedBy: line.promisedBy }),
      }
    else if (line.from === 'agent' || line.code === 'agent-joined')
      attendance = { kind: 'agent', ...(line.agentName !== undefined && { name: line.agentName }) }
    else if (line.code === 'transferred') attendance = { kind: 'queued' }
    else if (line.code === 'returned-to-bot' || line.code === 'reopened') attendance = { kind: 'bot' }
    else if (line.code === 'resolved') attendance = { kind: 'closed' }
    // A closed conversation is opened again by writing, and then the bot answers.
    else if (attendance.kind === 'closed' && line.from === 'customer' && WRITTEN.has(line.kind))
      attendance = { kind: 'bot' }
  }
  return attendance
}

/** The last answer to each survey, stored or on the way. */
export function answeredSurveys(lines: readonly Line[]): Map<string, Line> {
  const answered = new Map<string, Line>()
  for (const line of lines) {
    const isAnswer = line.kind === 'survey-response' && line.consent === undefined
    if (isAnswer && line.surveyId && line.delivery !== 'failed') answered.set(line.surveyId, line)
  }
  return answered
}

/** Whether the customer wants to be asked, as far as they have said here. */
export function surveyConsent(lines: readonly Line[]): Line['consent'] {
  return lines.findLast(({ consent, delivery }) => consent !== undefined && delivery !== 'failed')?.consent
}

/** The line that shows a card: of a survey that was shown again only the last one. */
export function showsCard(lines: readonly Line[], line: Line): boolean {
  if (line.card === undefined || line.surveyId === undefined) return false
  const alike = (other: Line) =>
    other.card !== undefined && other.kind === line.kind && other.surveyId === line.surveyId
  return lines.findLast(alike) === line
}

import type { SurveyFilledIn } from '../../bot/http/api.ts'
import { type IncomingActivity, lineFrom } from './incoming-activity.ts'
import type { Line } from './line.ts'

/** A message on its way. `value` is a submitted card; `file` is what is to be sent, which no reload of the page survives. */
export interface Outgoing {
  clientId: string
  text: string
  value?: Record<string, unknown>
  file?: File
  line: Line
}

/** What was said (`lines`, in the server's order) and what is still to be stored (`outgoing`, in the order written). */
export interface Transcript {
  lines: Line[]
  outgoing: Outgoing[]
  /** Ids and client ids of `lines`: the server sends everything again after a reconnection. */
  seen: ReadonlySet<string>
}

export const emptyTranscript: Transcript = { lines: [], outgoing: [], seen: new Set() }

/** Takes in an activity from the server; the same one a second time changes nothing. */
export function received(transcript: Transcript, activity: IncomingActivity): Transcript {
  if (activity.type !== 'message') return transcript
  const clientId = activity.channelData?.clientActivityID
  const keys = [activity.id, clientId].filter((key) => key !== undefined)
  if (keys.some((key) => transcript.seen.has(key))) return numbered(transcript, activity)
  return {
    lines: withLine(transcript.lines, lineFrom(activity, clientId), activity.channelData?.candor?.corrects),
    outgoing: transcript.outgoing.filter((message) => message.clientId !== clientId),
    seen: new Set([...transcript.seen, ...keys]),
  }
}

/** With one line more, or with the words of one in the place of those that they correct. */
function withLine(lines: Line[], line: Line, corrects: number | undefined): Line[] {
  const place = corrects === undefined ? -1 : lines.findIndex(({ seq, from }) => seq === corrects && from === 'agent')
  const before = lines[place]
  return before ? lines.with(place, { ...before, text: line.text, edited: true }) : [...lines, line]
}

/** A line that was shown when it was acknowledged gets its number from its echo, and an answer to a survey its words. */
function numbered(transcript: Transcript, activity: IncomingActivity): Transcript {
  const { id, text = '' } = activity
  const { seq, answers } = activity.channelData?.candor ?? {}
  const line = transcript.lines.find((shown) => shown.id === id)
  if (!line || seq === undefined || line.seq === seq) return transcript
  const now = { ...line, seq, text: line.text || text, ...(answers && { answers }) }
  return { ...transcript, lines: transcript.lines.map((shown) => (shown === line ? now : shown)) }
}

/** The customer wrote something that is not stored yet. */
export function queued(
  transcript: Transcript,
  message: Omit<Outgoing, 'line'> & { at: number; about?: Line['file'] },
): Transcript {
  const { at, about, ...rest } = message
  const surveyId = message.value?.surveyId
  const line: Line = {
    key: message.clientId,
    from: 'customer',
    kind: message.value ? 'survey-response' : about ? 'file' : 'text',
    text: message.text,
    at,
    delivery: 'sending',
    options: [],
    ...(typeof surveyId === 'string' && { surveyId, ...saidOnCard(message.value) }),
    ...(about && { file: about }),
  }
  return { ...transcript, outgoing: [...transcript.outgoing, { ...rest, line }] }
}

/** The server has stored it as `id`. Its echo may have come before or may come later; it is shown once either way. */
export function acknowledged(transcript: Transcript, clientId: string, id: string): Transcript {
  const message = transcript.outgoing.find((outgoing) => outgoing.clientId === clientId)
  if (!message) return transcript
  const outgoing = transcript.outgoing.filter((other) => other !== message)
  if (transcript.seen.has(id)) return { ...transcript, outgoing }
  // Only the echo says where a file can be fetched: until it comes the line stays where it is.
  if (message.line.file) return changeOutgoing(transcript, clientId, (line) => ({ ...line, delivery: 'stored' }))
  return {
    lines: [...transcript.lines, { ...message.line, id, delivery: 'stored' }],
    outgoing,
    seen: new Set([...transcript.seen, id, clientId]),
  }
}

/** The server will not take it; the customer decides what becomes of it. */
export function refused(transcript: Transcript, clientId: string, refusal: string, isFinal = false): Transcript {
  return changeOutgoing(transcript, clientId, (line) => ({ ...line, delivery: 'failed', refusal, isFinal }))
}

/** @param share 0..1 */
export function progressed(transcript: Transcript, clientId: string, share: number): Transcript {
  const progress = Math.floor(share * 10) / 10
  const known = transcript.outgoing.find((message) => message.clientId === clientId)?.line.progress
  return progress === known ? transcript : changeOutgoing(transcript, clientId, (line) => ({ ...line, progress }))
}

export function retried(transcript: Transcript, clientId: string): Transcript {
  return changeOutgoing(transcript, clientId, ({ refusal: _, progress: __, ...line }) => ({
    ...line,
    delivery: 'sending',
  }))
}

export function discarded(transcript: Transcript, clientId: string): Transcript {
  return { ...transcript, outgoing: transcript.outgoing.filter((message) => message.clientId !== clientId) }
}

/** Everything there is to show, in order. */
export function shownLines(transcript: Transcript): Line[] {
  return [...transcript.lines, ...transcript.outgoing.map((message) => message.line)]
}

function saidOnCard(value: Record<string, unknown> | undefined): Pick<Line, 'answers' | 'consent'> {
  const { candor, surveyId: _, ask, ...filledIn } = value ?? {}
  if (candor === 'survey-consent') return { consent: ask === true ? 'given' : 'refused' }
  const answers = Object.entries(filledIn).filter(([, given]) => given !== '' && typeof given === 'string')
  return { answers: Object.fromEntries(answers) as SurveyFilledIn }
}

function changeOutgoing(transcript: Transcript, clientId: string, change: (line: Line) => Line): Transcript {
  return {
    ...transcript,
    outgoing: transcript.outgoing.map((message) =>
      message.clientId === clientId ? { ...message, line: change(message.line) } : message,
    ),
  }
}

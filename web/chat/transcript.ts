import type { CandorChannelData, FileInfo, Language, SurveyFilledIn } from '../../bot/http/api.ts'
import { newClientId } from '../shared/client-id.ts'

/** The parts of a Direct Line activity that the chat reads. Everything comes from outside, so all of it may be missing. */
export interface IncomingActivity {
  type: string
  /** Of an event. */
  name?: string
  value?: unknown
  id?: string
  timestamp?: string
  text?: string
  from?: { role?: string; name?: string }
  channelData?: { candor?: Partial<CandorChannelData>; clientActivityID?: string }
  attachments?: { contentType: string; content?: unknown; contentUrl?: string }[]
  suggestedActions?: { actions: { title?: string; value?: unknown }[] }
}

export interface Option {
  title: string
  /** What is sent when it is picked. */
  text: string
}

/** One message as the chat shows it. */
export interface Line {
  /** Stays the same from the first showing to the last, for the renderer. */
  key: string
  /** The server's id, once it is known. */
  id?: string
  /** Its number in the conversation, once the server has sent it. */
  seq?: number
  from: CandorChannelData['from']
  kind: CandorChannelData['kind']
  text: string
  /** The text is not the one that was there first: its author has corrected it. */
  edited?: boolean
  language?: Language
  at?: number
  delivery: 'stored' | 'sending' | 'failed'
  /** Why it was refused, in words for the customer. */
  refusal?: string
  /** Sending it once more would not help. */
  isFinal?: boolean
  /** How much of it is on the server, 0..1 in tenths. */
  progress?: number
  confidence?: number
  source?: { title: string; url?: string }
  options: Option[]
  code?: string
  waitingBefore?: number
  absence?: { backAt?: number }
  promisedBy?: number
  /** What these words promise, in words. */
  noted?: string
  agentName?: string
  surveyId?: string
  /** `survey`: until when it takes an answer. */
  expiresAt?: number
  /** `survey-response`: what was answered, or whether the customer wants to be asked. */
  answers?: SurveyFilledIn
  consent?: 'given' | 'refused'
  card?: unknown
  /** `url` once it is stored. */
  file?: Pick<FileInfo, 'name' | 'mediaType' | 'bytes'> & { url?: string }
}

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

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

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

/** The customer's last message that the agent has read; undefined when they have read none. */
export function lastReadLine(lines: readonly Line[], agentReadSeq: number): Line | undefined {
  return lines.findLast(
    ({ from, kind, seq }) =>
      from === 'customer' && kind !== 'survey-response' && (seq ?? 0) > 0 && (seq ?? 0) <= agentReadSeq,
  )
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

function lineFrom(activity: IncomingActivity, clientId: string | undefined): Line {
  const candor = activity.channelData?.candor ?? {}
  const card = activity.attachments?.find((attachment) => attachment.contentType === ADAPTIVE_CARD)?.content
  const at = activity.timestamp ? Date.parse(activity.timestamp) : Number.NaN
  const surveyId = candor.surveyId
  return {
    // Keyed by the client's id where there is one, so that the line on its way and the stored line are one element.
    key: clientId ?? activity.id ?? newClientId(),
    from: candor.from ?? (activity.from?.role === 'user' ? 'customer' : 'bot'),
    kind: candor.kind ?? (card === undefined ? 'text' : 'survey'),
    text: activity.text ?? '',
    delivery: 'stored',
    options: optionsFrom(activity),
    ...(activity.id !== undefined && { id: activity.id }),
    ...(candor.seq !== undefined && { seq: candor.seq }),
    ...(candor.kind === 'correction' && { edited: true }),
    ...(candor.language && { language: candor.language }),
    ...(Number.isFinite(at) && { at }),
    ...(candor.confidence !== undefined && { confidence: candor.confidence }),
    ...(candor.source && { source: candor.source }),
    ...(candor.code !== undefined && { code: candor.code }),
    ...(candor.waitingBefore !== undefined && { waitingBefore: candor.waitingBefore }),
    ...(candor.absence && { absence: candor.absence }),
    ...(candor.promisedBy !== undefined && { promisedBy: candor.promisedBy }),
    ...(candor.noted !== undefined && { noted: candor.noted }),
    ...(candor.agentName !== undefined && { agentName: candor.agentName }),
    ...(surveyId !== undefined && { surveyId }),
    ...(candor.expiresAt !== undefined && { expiresAt: candor.expiresAt }),
    ...(candor.answers && { answers: candor.answers }),
    ...(candor.consent && { consent: candor.consent }),
    ...(card !== undefined && { card }),
    ...(candor.file && { file: { ...candor.file, ...urlOf(activity) } }),
  }
}

/** The address without its server: pictures come from where the page comes from, whatever a proxy calls it. */
function urlOf({ attachments }: IncomingActivity): { url?: string } {
  const { contentUrl } = attachments?.[0] ?? {}
  if (!contentUrl || !URL.canParse(contentUrl)) return {}
  const { pathname, search } = new URL(contentUrl)
  return pathname.startsWith('/files/') ? { url: `${pathname}${search}` } : {}
}

function optionsFrom(activity: IncomingActivity): Option[] {
  const actions = activity.suggestedActions?.actions
    .filter((action) => typeof action.value === 'string')
    .map((action) => ({ title: action.title ?? String(action.value), text: String(action.value) }))
  if (actions && actions.length > 0) return actions
  return (activity.channelData?.candor?.options ?? []).map((option) => ({ title: option, text: option }))
}

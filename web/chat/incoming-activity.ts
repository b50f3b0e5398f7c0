import type { CandorChannelData } from '../../bot/http/api.ts'
import { newClientId } from '../shared/client-id.ts'
import type { Line, Option } from './line.ts'

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

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

/** The line that shows a message. @param clientId under which this page or another one had sent it */
export function lineFrom(activity: IncomingActivity, clientId: string | undefined): Line {
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

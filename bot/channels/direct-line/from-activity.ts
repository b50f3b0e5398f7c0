import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import type { CheckedFile } from '../../files/index.ts'
import type { Inbound } from '../../turn/conversation-service.ts'
import { localeHint } from '../locale-hint.ts'
import { problemOf } from '../problem-of.ts'
import { parseConsentValue, parseSurveyValue } from '../survey-value.ts'
import { READ_EVENT } from './aside-activity.ts'

const id = z.string().min(1).max(256)

/** What is read of a Direct Line activity; the protocol carries much more, which is dropped here. */
const activitySchema = z.object({
  type: z.string().max(64),
  name: z.string().max(256).nullish(),
  id: id.optional(),
  from: z.object({ id: z.string().max(256).optional(), name: z.string().max(256).optional() }).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(64).nullish(),
  channelData: z.object({ clientActivityID: id.optional().catch(undefined) }).nullish(),
})

/** An activity without effect on the conversation: accepted and not stored. */
const WITHOUT_EFFECT = new Set(['event', 'conversationUpdate'])

const readValue = z.object({ seq: z.int().min(1) })

export type DirectLineActivity =
  | { kind: 'without-effect' }
  | { kind: 'typing' }
  /** The customer has read up to there. */
  | { kind: 'read'; seq: number }
  | { kind: 'message'; fromId?: string; fromName?: string; inbound: Omit<Inbound, 'customer' | 'conversationId'> }

/**
 * Reads an activity that a Direct Line client posts.
 * @param files that came with it, checked
 * @throws CandorError BODY_INVALID, ACTIVITY_UNSUPPORTED
 */
export function fromActivity(body: unknown, files: CheckedFile[] = []): DirectLineActivity {
  const parsed = activitySchema.safeParse(body)
  if (!parsed.success) {
    throw new CandorError('BODY_INVALID', {
      problem: problemOf(parsed.error),
      mend: 'Send a Bot Framework activity, such as {"type": "message", "from": {"id": "…"}, "text": "hello"}.',
    })
  }
  const activity = parsed.data
  if (activity.type === 'typing') return { kind: 'typing' }
  const read = activity.name === READ_EVENT ? readValue.safeParse(activity.value).data : undefined
  if (activity.type === 'event' && read) return { kind: 'read', seq: read.seq }
  if (WITHOUT_EFFECT.has(activity.type)) return { kind: 'without-effect' }
  if (activity.type !== 'message') throw new CandorError('ACTIVITY_UNSUPPORTED', { type: activity.type })

  const survey = parseSurveyValue(activity.value)
  const surveyConsent = parseConsentValue(activity.value)
  // A button of type messageBack or postBack puts what it means into `value`.
  const text = activity.text ?? (typeof activity.value === 'string' ? activity.value : '')
  if (!survey && !surveyConsent && files.length === 0 && text.trim() === '') {
    throw new CandorError('BODY_INVALID', {
      problem: 'the message has no text and no file',
      mend: 'Give "text" at least one character.',
    })
  }
  const clientId = activity.channelData?.clientActivityID ?? activity.id
  const hint = localeHint(activity.locale ?? undefined)
  return {
    kind: 'message',
    ...(activity.from?.id && { fromId: activity.from.id }),
    ...(activity.from?.name && { fromName: activity.from.name }),
    inbound: {
      channel: 'web',
      text,
      ...(files.length > 0 && { files }),
      ...(clientId !== undefined && { clientId }),
      ...(survey && { survey }),
      ...(surveyConsent && { surveyConsent }),
      ...(hint && { localeHint: hint }),
    },
  }
}

import { z } from 'zod'
import { CandorError, type Channel } from '../../../domain/index.ts'
import type { Inbound } from '../../turn/conversation-service.ts'
import { localeHint } from '../locale-hint.ts'
import { problemOf } from '../problem-of.ts'
import { parseConsentValue, parseSurveyValue } from '../survey-value.ts'
import { resendKey } from './resends.ts'

const shortText = z.string().min(1).max(512)

/** What is read of a Bot Framework activity. The rest passes through to the SDK untouched. */
const activitySchema = z.looseObject({
  type: z.string().max(64),
  id: shortText.optional(),
  name: z.string().max(200).optional(),
  channelId: z.string().regex(/^[\w-]{1,64}$/),
  serviceUrl: z.string().max(2000),
  conversation: z.looseObject({
    id: shortText,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(64).nullish(),
  }),
  from: z.looseObject({ id: shortText, name: z.string().max(256).nullish(), aadObjectId: shortText.nullish() }),
  recipient: z.looseObject({ id: shortText }).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(64).nullish(),
  timestamp: z.string().max(64).nullish(),
  localTimestamp: z.string().max(64).nullish(),
  membersAdded: z.array(z.looseObject({ id: shortText })).nullish(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().optional(),
        contentUrl: z.string().nullish().catch(undefined),
        content: z.unknown().optional(),
        name: z.string().nullish().catch(undefined),
      }),
    )
    .nullish(),
})

export type BotActivity = z.infer<typeof activitySchema>

/** @throws CandorError BODY_INVALID */
export function parseBotActivity(body: unknown): BotActivity {
  const parsed = activitySchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new CandorError('BODY_INVALID', {
    problem: problemOf(parsed.error),
    mend: 'Send a Bot Framework activity with type, channelId, serviceUrl, conversation.id and from.id.',
  })
}

function channelOf(activity: Pick<BotActivity, 'channelId'>): Channel {
  return activity.channelId === 'msteams' ? 'teams' : 'botframework'
}

/**
 * A message activity as the conversation service takes it.
 * @param text the activity's text without the mention of the bot
 * @param channelReference how to reach the conversation later, JSON
 * @param carriesFiles files came with it
 * @returns undefined when there is nothing in it that could be answered (a reaction)
 * @throws CandorError BODY_INVALID for a broken survey
 */
export function toInbound(
  activity: BotActivity,
  text: string,
  channelReference: string,
  carriesFiles: boolean,
): Inbound | undefined {
  const survey = parseSurveyValue(activity.value)
  const surveyConsent = parseConsentValue(activity.value)
  const said = text.trim() || (typeof activity.value === 'string' ? activity.value.trim() : '')
  if (!survey && !surveyConsent && said === '' && !carriesFiles) return undefined
  const hint = localeHint(activity.locale ?? undefined)
  const clientId = resendKey(activity)
  return {
    conversationId: conversationIdOf(activity),
    channel: channelOf(activity),
    customer: { id: customerIdOf(activity), ...(activity.from.name && { name: activity.from.name }) },
    text: said,
    channelReference,
    ...(clientId !== undefined && { clientId }),
    ...(survey && { survey }),
    ...(surveyConsent && { surveyConsent }),
    ...(hint && { localeHint: hint }),
  }
}

/** `channelId:user`: in Teams the person's id in the company's directory, which is the same in every chat. */
export function customerIdOf({ channelId, from }: BotActivity): string {
  return `${channelId}:${from.aadObjectId ?? from.id}`
}

/**
 * `channelId:conversation.id`. In a chat of two, Teams sometimes adds `;messageid=…` for the thread; it is the same chat.
 * In a group everyone has their own conversation with the company, in the thread where they wrote.
 */
export function conversationIdOf({ channelId, conversation, from }: BotActivity): string {
  if (conversation.isGroup) return `${channelId}:${conversation.id}:${from.aadObjectId ?? from.id}`
  return `${channelId}:${conversation.id.replace(/;messageid=.*$/, '')}`
}

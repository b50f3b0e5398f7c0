import type { Message, MessageBody } from '../../domain/index.ts'
import type { CandorChannelData } from '../http/api.ts'
import { choicesOf } from './choices.ts'

/** `channelData.candor`: what the text alone cannot show, for clients that know Candor. */
export function candorChannelData(message: Message, agentName?: string): CandorChannelData {
  const { body } = message
  const common = {
    seq: message.seq,
    from: message.from,
    language: message.language,
    kind: body.kind,
    ...(agentName !== undefined && { agentName }),
    ...('need' in body && body.need !== undefined && { need: body.need }),
    ...('noted' in body && body.noted !== undefined && { noted: body.noted }),
  }
  switch (body.kind) {
    case 'answer':
      return { ...common, confidence: body.confidence, ...(body.source && { source: body.source }) }
    case 'clarification':
    case 'promise-question':
      return { ...common, options: choicesOf(message) }
    case 'question':
      return body.choices ? { ...common, options: choicesOf(message) } : common
    case 'handover':
      return { ...common, waitingBefore: body.waitingBefore, ...absenceData(body) }
    case 'notice':
      return {
        ...common,
        code: body.code,
        ...absenceData(body),
        ...(body.surveyId !== undefined && { surveyId: body.surveyId }),
      }
    case 'survey':
      return {
        ...common,
        surveyId: body.surveyId,
        ...(body.expiresAt !== undefined && { expiresAt: body.expiresAt }),
      }
    case 'survey-response':
      return {
        ...common,
        surveyId: body.surveyId,
        ...(body.answers && { answers: body.answers }),
        ...(body.consent && { consent: body.consent }),
      }
    case 'correction':
      return { ...common, corrects: body.of }
    case 'file':
      return { ...common, file: body.file }
    case 'text':
    case 'promise-response':
      return common
    default:
      return body satisfies never
  }
}

function absenceData({
  absence,
  promisedBy,
}: Pick<Extract<MessageBody, { kind: 'handover' }>, 'absence' | 'promisedBy'>): Pick<
  CandorChannelData,
  'absence' | 'promisedBy'
> {
  return { ...(absence && { absence }), ...(promisedBy !== undefined && { promisedBy }) }
}

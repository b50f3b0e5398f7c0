import type { CandorChannelData, FileInfo, Language, SurveyFilledIn } from '../../bot/http/api.ts'

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

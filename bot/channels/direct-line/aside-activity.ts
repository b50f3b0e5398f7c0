import type { Activity } from 'botbuilder'

/** What the chat and the server tell each other of reading; the value is `{seq}`. */
export const READ_EVENT = 'candor/read'

const FROM_COMPANY = { id: 'candor', role: 'bot' } as const

/** Somebody on the company's side is writing. */
export function typingActivity(conversationId: string, name: string | undefined): Partial<Activity> {
  return { ...aside(conversationId, name), type: 'typing' }
}

/** The agent has read up to `seq`. */
export function readActivity(conversationId: string, seq: number): Partial<Activity> {
  return { ...aside(conversationId, undefined), type: 'event', name: READ_EVENT, value: { seq } }
}

function aside(conversationId: string, name: string | undefined): Partial<Activity> {
  return {
    channelId: 'directline',
    from: { ...FROM_COMPANY, name: name ?? '' },
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
  }
}

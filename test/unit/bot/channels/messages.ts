import type { Message, MessageBody } from '../../../../domain/index.ts'

/** A stored message for the mappers. */
export function message(body: MessageBody, parts: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    conversationId: 'c1',
    seq: 1,
    from: 'bot',
    at: Date.UTC(2026, 10, 22),
    language: 'en',
    text: 'Hello',
    body,
    ...parts,
  }
}

export const ANSWER = {
  kind: 'answer',
  need: 'refund',
  confidence: 0.874,
  source: { title: 'Refunds', url: 'https://shop.example/refunds' },
} as const satisfies MessageBody

export const CLARIFICATION: MessageBody = {
  kind: 'clarification',
  options: ['Refunds', 'Delivery', 'Opening hours', 'Payment'].map((title) => ({ need: title.toLowerCase(), title })),
  offersPerson: true,
}

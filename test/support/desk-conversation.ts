import type { DeskConversation, DeskEscalation, DeskMessage } from '../../bot/http/api.ts'
import { DESK_GAP_REASONS, DESK_NEEDS, DESK_NOW, DESK_PROMISES, MINUTE, pick } from './desk-fixtures.ts'

function message(seq: number, change: Partial<DeskMessage> & Pick<DeskMessage, 'from' | 'text'>): DeskMessage {
  return {
    id: `message-${seq}`,
    seq,
    at: DESK_NOW - (20 - seq) * MINUTE,
    kind: 'text',
    mine: false,
    ...change,
  }
}

/** The conversation behind a line: what the bot tried, then, when this agent has it, what they have said themselves. */
export function deskConversation(escalation: DeskEscalation, change: Partial<DeskConversation> = {}): DeskConversation {
  const mine = escalation.acceptedAt !== undefined
  const zh = escalation.language === 'zh'
  const say = (en: string, chinese: string) => (zh ? chinese : en)
  return {
    id: escalation.conversationId,
    inOneLine: {
      en: `${escalation.need?.en} · order number 20260304 · the billing address is missing`,
      zh: `${escalation.need?.zh} · 订单号 20260304 · 尚缺账单地址`,
    },
    owner: mine ? 'agent' : 'queued',
    ...(mine && { agentName: 'Ann Able' }),
    mine,
    joined: false,
    channel: escalation.channel,
    language: escalation.language,
    customer: {
      id: 'customer-1',
      name: escalation.customerName,
      named: true,
      trust: { score: 0.58, low: 0.31, high: 0.82, n: 6 },
    },
    escalation,
    gapParts: { understanding: 0.34, detail: 0.5, answer: 0.72 },
    tried: [
      {
        seq: 1,
        at: DESK_NOW - 19 * MINUTE,
        did: [{ kind: 'answered', need: pick(DESK_NEEDS, 0).title, belief: 0.71, taken: 'refused' }],
      },
      {
        seq: 3,
        at: DESK_NOW - 17 * MINUTE,
        did: [{ kind: 'asked', need: pick(DESK_NEEDS, 0).title, detail: 'orderNumber', taken: 'given' }],
      },
      { seq: 5, at: DESK_NOW - 15 * MINUTE, did: [{ kind: 'handed-over', reasons: escalation.reasons }] },
    ],
    messages: [
      message(1, {
        from: 'customer',
        text: say('Where do I find my invoice?', '我的发票在哪里？'),
        understood: {
          language: escalation.language,
          needs: [{ need: 'invoice', title: pick(DESK_NEEDS, 0).title, probability: 0.71 }],
          outOfScope: 0.08,
          entities: [],
          sentiment: -0.1,
          gap: 0.31,
          gapReasons: DESK_GAP_REASONS.slice(1),
          decision: 'answer',
        },
      }),
      message(2, {
        from: 'bot',
        kind: 'answer',
        text: say('You find every invoice under My orders.', '您可以在“我的订单”中找到发票。'),
      }),
      message(3, {
        from: 'customer',
        text: say('Not with our company’s address. Order 20260304.', '上面没有公司的地址。订单号 20260304。'),
      }),
      message(4, {
        from: 'bot',
        kind: 'handover',
        text: say('I am handing you over to a person.', '正在为您转接人工客服。'),
      }),
      message(5, { from: 'customer', text: escalation.lastText }),
      ...(mine
        ? [
            message(6, {
              from: 'system',
              kind: 'notice',
              text: say('Ann Able has joined.', 'Ann Able 为您服务。'),
            }),
            message(7, {
              from: 'agent',
              mine: true,
              authorName: 'Ann Able',
              text: say('Hello, I am looking at ordr 20260304 now.', '您好，我正在查看订单 20260305。'),
              correctedTo: say('Hello, I am looking at order 20260304 now.', '您好，我正在查看订单 20260304。'),
            }),
            message(8, {
              from: 'agent',
              mine: true,
              kind: 'correction',
              corrects: 7,
              text: say('Hello, I am looking at order 20260304 now.', '您好，我正在查看订单 20260304。'),
            }),
            message(9, { from: 'customer', text: say('Thank you, I will wait.', '谢谢，我等着。') }),
            message(10, {
              from: 'agent',
              mine: true,
              authorName: 'Ann Able',
              text: say('Which address should it show?', '请问发票上应写哪个地址？'),
            }),
          ]
        : []),
    ],
    notes: mine
      ? [
          {
            id: 'note-1',
            at: DESK_NOW - 12 * MINUTE,
            authorName: '陈晓明',
            text: say('Called on Monday about the same order.', '周一曾为同一订单来电。'),
            afterSeq: 7,
          },
        ]
      : [],
    customerReadSeq: mine ? 10 : 0,
    promises: DESK_PROMISES.slice(1),
    details: { orderNumber: '20260304' },
    needs: DESK_NEEDS,
    ...change,
  }
}

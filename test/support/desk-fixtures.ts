import type {
  DeskBotConversation,
  DeskColleague,
  DeskEscalation,
  DeskPromise,
  DeskQueue,
  Language,
  NeedTitle,
} from '../../bot/http/api.ts'

/** The moment at which every one of these was read, epoch ms. */
export const DESK_NOW = Date.parse('2026-03-04T10:20:00Z')
export const MINUTE = 60_000

export const DESK_NEEDS: { name: string; title: NeedTitle }[] = [
  { name: 'invoice', title: { en: 'Get an invoice', zh: '开具发票' } },
  { name: 'late-delivery', title: { en: 'Compensation for a late delivery', zh: '送货延误的补偿' } },
  { name: 'return', title: { en: 'Return something', zh: '退货' } },
  { name: 'change-address', title: { en: 'Change the delivery address of an order', zh: '修改订单的收货地址' } },
]

/** Short and long, with and without spaces to break at. */
const PEOPLE: { name: string; language: Language; text: string }[] = [
  { name: 'Mara Lindqvist', language: 'en', text: 'I need the invoice with our company’s address on it, please.' },
  {
    name: '欧阳建国（上海浦东新区张江高科技园区分公司采购部）',
    language: 'zh',
    text: '订单已经晚了五天，物流信息一直停在同一个地方，打了三次电话都没有人告诉我到底发生了什么，请给我一个明确的答复。',
  },
  {
    name: 'Maximilian-Alexander von und zu Hohenstein-Wittelsbach',
    language: 'en',
    text: 'Your assistant sent me the same paragraph twice, and neither of them says whether I may return an opened box that I bought as a present in December.',
  },
  { name: '#9f3c', language: 'zh', text: '能换个地址吗？' },
  {
    name: 'Ines',
    language: 'en',
    text: 'https://example.com/a/very/long/address/without/any/place/to/break/it/at-all?order=20260304',
  },
]

const REASONS = [['asked-for-person'], ['answer-refused', 'need-repeated'], ['gap-too-large'], ['out-of-scope']]
export const DESK_GAP_REASONS = [
  { code: 'answer-refused', contribution: 0.31 },
  { code: 'need-unclear', contribution: 0.18 },
  { code: 'sentiment-falling', contribution: 0.07 },
]

export function pick<Value>(from: readonly Value[], i: number): Value {
  const value = from[i % from.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** The `i`-th of as many different lines as are wanted. */
export function deskEscalation(i: number, change: Partial<DeskEscalation> = {}): DeskEscalation {
  const { name, language, text } = pick(PEOPLE, i)
  return {
    id: `escalation-${i}`,
    conversationId: `conversation-${i}`,
    customerName: name,
    language,
    channel: pick(['web', 'teams', 'web'], i),
    reasons: pick(REASONS, i),
    need: pick(DESK_NEEDS, i).title,
    gap: pick([0.86, 0.42, 0.63, 0.91, 0.28], i),
    gapReasons: DESK_GAP_REASONS,
    urgency: 3 - i / 100,
    queue: pick(['general', 'billing'], i),
    queuedAt: DESK_NOW - (i + 1) * 47_000,
    openCall: change.offer === undefined,
    supervisorsCalled: i === 2,
    followsOn: i % 7 === 3,
    promises: [],
    lastSeq: 7,
    readSeq: 7,
    lastText: text,
    ...change,
  }
}

export const DESK_ME: DeskQueue['me'] = {
  agentId: 'agent-me',
  name: 'Ann Able',
  supervisor: false,
  takesOffers: true,
  capacity: 5,
  available: true,
  since: DESK_NOW - 90 * MINUTE,
}

export const DESK_COLLEAGUES: DeskColleague[] = [
  colleague('agent-me', 'Ann Able', { open: 1 }),
  colleague('agent-bo', 'Bo Brandt', { open: 4, languages: ['en'] }),
  colleague('agent-chen', '陈晓明', { open: 1, languages: ['zh'] }),
  colleague('agent-dee', 'Dee Dunn', { open: 5 }),
  colleague('agent-eve', 'Eve Ek', { atDesk: false, available: false }),
  colleague('agent-flo', 'Flo Fox', { available: false }),
]

function colleague(agentId: string, name: string, change: Partial<DeskColleague> = {}): DeskColleague {
  return {
    agentId,
    name,
    role: 'agent',
    atDesk: true,
    available: true,
    languages: [],
    queues: [],
    open: 0,
    capacity: 5,
    ...change,
  }
}

/** A desk where so many wait: the first is offered to this agent, the second to somebody else; two are open already. */
export function deskQueue(waiting: number, change: Partial<DeskQueue> = {}): DeskQueue {
  const lines = Array.from({ length: waiting }, (_, i) => deskEscalation(i))
  const [first, second, ...rest] = lines
  const offered = first && {
    ...first,
    openCall: false,
    supervisorsCalled: false,
    offer: { agentId: 'agent-me', agentName: 'Ann Able', mine: true, until: DESK_NOW + 31_000 },
  }
  const elsewhere = second && {
    ...second,
    openCall: false,
    offer: { agentId: 'agent-chen', agentName: '陈晓明', mine: false, until: DESK_NOW + 12_000 },
  }
  const busy = waiting > 1
  return {
    now: DESK_NOW,
    me: DESK_ME,
    waiting: [offered, elsewhere, ...rest].filter((line) => line !== undefined),
    mine: busy
      ? [
          deskEscalation(302, {
            acceptedAt: DESK_NOW - 12 * MINUTE,
            unansweredSince: DESK_NOW - 2 * MINUTE,
            lastSeq: 12,
            readSeq: 10,
            agentName: 'Ann Able',
          }),
          deskEscalation(303, {
            acceptedAt: DESK_NOW - 31 * MINUTE,
            agentName: 'Ann Able',
            promises: DESK_PROMISES.slice(0, 1),
          }),
        ]
      : [],
    others: [],
    colleagues: DESK_COLLEAGUES,
    queues: [
      { name: 'general', title: { en: 'General', zh: '综合' }, waiting, openNow: true },
      {
        name: 'billing',
        title: { en: 'Billing', zh: '账单' },
        waiting: 0,
        openNow: !busy,
        ...(busy && { opensAt: DESK_NOW + 3 * 60 * MINUTE }),
      },
    ],
    ...change,
  }
}

export const DESK_PROMISES: DeskPromise[] = [
  {
    id: 'promise-1',
    conversationId: 'conversation-401',
    customerName: 'Jonas',
    kind: 'answer',
    madeBy: 'bot',
    madeAt: DESK_NOW - 265 * MINUTE,
    dueAt: DESK_NOW - 25 * MINUTE,
    contact: 'jonas@example.com',
    overdue: true,
    state: 'overdue',
    mine: false,
    mayAct: false,
    toldBy: 'staff',
    asked: false,
    reminded: false,
  },
  {
    id: 'promise-2',
    conversationId: 'conversation-402',
    customerName: '林小姐',
    kind: 'deed',
    what: '查一下退款进度，给您回电话',
    madeBy: 'agent',
    madeAt: DESK_NOW - 20 * MINUTE,
    dueAt: DESK_NOW + 100 * MINUTE,
    contact: '138 0000 0000',
    overdue: false,
    state: 'open',
    owner: { agentId: 'agent-1', name: 'Mira' },
    mine: true,
    mayAct: true,
    toldBy: 'staff',
    asked: false,
    reminded: false,
  },
]

export const DESK_WITH_BOT: DeskBotConversation[] = [
  {
    conversationId: 'conversation-501',
    customerName: '#a71e',
    language: 'en',
    channel: 'web',
    gap: 0.47,
    gapReasons: DESK_GAP_REASONS,
    need: pick(DESK_NEEDS, 1).title,
    lastText: 'And how long does that take, roughly?',
    at: DESK_NOW - 20_000,
  },
  {
    conversationId: 'conversation-502',
    customerName: '赵女士',
    language: 'zh',
    channel: 'web',
    gap: 0.12,
    gapReasons: [],
    lastText: '好的，谢谢',
    at: DESK_NOW - 65_000,
  },
]

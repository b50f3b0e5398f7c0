import type { AnswerProposal, BacklogItem, CandidateView, Language, NeedTitle } from '../../bot/http/api.ts'

/** The moment at which every one of these was read, epoch ms. */
export const REVIEW_NOW = Date.parse('2026-03-04T10:20:00Z')
const HOUR = 3_600_000

export const REVIEW_NEEDS: { name: string; title: NeedTitle }[] = [
  { name: 'return-item', title: { en: 'Return something', zh: '退货' } },
  { name: 'refund-status', title: { en: 'How long refunds take', zh: '退款多久到账' } },
  { name: 'late-delivery', title: { en: 'Compensation for a late delivery', zh: '送货延误的补偿' } },
  { name: 'change-address', title: { en: 'Change the delivery address of an order', zh: '修改订单的收货地址' } },
  { name: 'invoice', title: { en: 'Get an invoice', zh: '开具发票' } },
]

/** One message to review; what is not told is as for most. */
export function candidate(id: string, text: string, change: Partial<CandidateView> = {}): CandidateView {
  const [first, second, third] = REVIEW_NEEDS
  if (!first || !second || !third) throw new Error('there are five needs')
  return {
    id,
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    text,
    state: 'pending',
    version: 1,
    verdicts: [
      { source: 'agent', meant: { kind: 'need', need: first.name }, answerWrong: false, count: 1, byName: 'Kim' },
    ],
    believed: [
      { ...first, probability: 0.41 },
      { ...second, probability: 0.28 },
      { ...third, probability: 0.06 },
    ],
    outOfScope: 0.2,
    proposal: { kind: 'need', need: first.name },
    origins: ['handed-over'],
    messages: 1,
    customers: 1,
    lastSeenAt: REVIEW_NOW - HOUR,
    gain: { uncertainty: 0.8, density: 0.2, diversity: 0.3 },
    ...change,
  }
}

const LONG =
  'Your assistant sent me the same paragraph twice, and neither of them says whether I may return an opened box that I bought as a present in December, or whether I have to pay for the parcel myself. I have written to [email] already and nobody answered.'

/** Short and long, of both languages, agreed on and not. */
export function reviewCandidates(): CandidateView[] {
  return [
    candidate('c1', 'can i bring back the lamp, the box is open', {
      messages: 7,
      customers: 5,
      origins: ['handed-over', 'clarified'],
      gain: { uncertainty: 0.85, density: 0.7, diversity: 1 },
    }),
    candidate('c2', '退款怎么还没到账，都一个星期了', {
      verdicts: [
        {
          source: 'agent',
          meant: { kind: 'need', need: 'refund-status' },
          answerWrong: true,
          count: 3,
          byName: '陈静',
        },
        { source: 'pick', meant: { kind: 'need', need: 'refund-status' }, answerWrong: false, count: 1 },
      ],
      proposal: { kind: 'need', need: 'refund-status' },
      origins: ['rated-low'],
      messages: 4,
      customers: 4,
    }),
    {
      ...withoutProposal(candidate('c3', LONG)),
      verdicts: [
        { source: 'agent', meant: { kind: 'need', need: 'return-item' }, answerWrong: false, count: 1, byName: 'Kim' },
        { source: 'check', meant: { kind: 'need', need: 'invoice' }, answerWrong: false, count: 1, byName: 'Ann Able' },
      ],
      origins: ['checked', 'handed-over'],
    },
    candidate('c4', 'do you gift wrap?', {
      verdicts: [],
      outOfScope: 0.71,
      proposal: { kind: 'none' },
      gain: { uncertainty: 0.3, density: 0.9, diversity: 0.2 },
      messages: 12,
      customers: 11,
      origins: ['clarified'],
    }),
    candidate('c5', '能换个地址吗？[地址]', { proposal: { kind: 'need', need: 'change-address' } }),
    candidate('c6', 'https://example.com/a/very/long/address/without/any/place/to/break/it/at-all?order=[order]'),
  ]
}

export function withoutProposal({ proposal: _, ...rest }: CandidateView): CandidateView {
  return rest
}

const IN: Record<Language, string[]> = {
  en: [
    'do you gift wrap?',
    'can you wrap it as a present please',
    'is there wrapping paper for birthdays',
    'I would like it wrapped, it is for my sister',
    'gift box available?',
  ],
  zh: ['你们招人吗', '我想应聘客服', '请问还招聘仓库的人吗'],
}

export function backlogItems(): BacklogItem[] {
  const item = { messages: 26, customers: 21, handovers: 9, dissatisfied: 4, cost: 30.5 }
  return [
    { ...item, cluster: 'g1', language: 'en', name: 'Gift wrap', examples: IN.en },
    { ...item, cluster: 'g2', language: 'zh', name: '招聘', examples: IN.zh, messages: 8, customers: 1, cost: 9.4 },
    {
      ...item,
      cluster: 'g3',
      language: 'en',
      name: '',
      examples: ['hm ok then'],
      messages: 5,
      handovers: 0,
      dissatisfied: 1,
      cost: 2,
      drafted: 'small-talk',
    },
  ]
}

export function answerProposals(): AnswerProposal[] {
  return [
    {
      need: 'refund-status',
      title: { en: 'How long refunds take', zh: '退款多久到账' },
      language: 'en',
      text: 'Refunds go out within two working days after the parcel is back, and take up to five more on your account.',
      given: 14,
      rated: { n: 9, mean: 4.6, low: 4.2, high: 5 },
      current: {
        text: 'Refunds take some time. Please be patient.',
        draft: false,
        rated: { n: 23, mean: 1.9, low: 1.5, high: 2.3 },
      },
      because: 'badly-rated',
    },
    {
      need: 'invoice',
      title: { en: 'Get an invoice', zh: '开具发票' },
      language: 'zh',
      text: '您可以在“我的订单”里点击“申请发票”，电子发票会在一个工作日内发到您的邮箱。',
      given: 3,
      rated: { n: 1, mean: 5, low: null, high: null },
      current: { text: '', draft: true, rated: { n: 0, mean: null, low: null, high: null } },
      because: 'no-answer',
    },
  ]
}

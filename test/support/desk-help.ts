import type { DeskHelp, Language } from '../../bot/http/api.ts'
import { DESK_NEEDS, DESK_NOW, MINUTE, pick } from './desk-fixtures.ts'

const DAY = 24 * 60 * MINUTE

/** What helps answer a customer who writes this language: one answer of the pack, two of agents, two earlier conversations. */
export function deskHelp(language: Language): DeskHelp {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en)
  return {
    suggestions: [
      {
        from: 'resolved',
        language,
        need: pick(DESK_NEEDS, 0).title,
        text: say(
          'I have put your company’s address on the invoice of order 20260304. You will find it under My orders.',
          '我已在订单 20260304 的发票上加上贵公司的地址，您可以在“我的订单”中看到。',
        ),
        used: 4,
        meanRating: 4.5,
        similarity: 0.84,
      },
      {
        from: 'pack',
        language,
        need: pick(DESK_NEEDS, 0).title,
        text: say('You find every invoice under My orders.', '您可以在“我的订单”中找到发票。'),
        probability: 0.71,
      },
      {
        from: 'resolved',
        language,
        text: say('Which address should the invoice show?', '请问发票上应写哪个地址？'),
        used: 1,
        similarity: 0.61,
      },
    ],
    history: [
      {
        conversationId: 'conversation-17',
        at: DESK_NOW - 12 * DAY,
        need: pick(DESK_NEEDS, 2).title,
        outcome: 'resolved',
        agentName: '陈晓明',
        rating: 5,
      },
      { conversationId: 'conversation-9', at: DESK_NOW - 40 * DAY, need: pick(DESK_NEEDS, 1).title, outcome: 'bot' },
    ],
  }
}

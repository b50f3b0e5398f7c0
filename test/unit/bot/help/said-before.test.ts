import { describe, expect, test } from 'vitest'
import { saidBefore } from '../../../../bot/help/index.ts'
import type { Language, Message, MessageBody } from '../../../../domain/index.ts'

function handover(lines: [from: 'customer' | 'agent', text: string, body?: MessageBody][], language: Language = 'en') {
  const messages = lines.map(
    ([from, text, body = { kind: 'text' }], i): Message => ({
      id: `m${i}`,
      conversationId: 'c',
      seq: i + 1,
      from,
      at: i,
      language,
      text,
      body,
    }),
  )
  const told = { escalationId: 'e', conversationId: 'c', customerId: 'x', endedAt: 0, details: {}, messages }
  return saidBefore([told], language).map(({ text, question }) => ({ text, question }))
}

describe('what agents said before', () => {
  test('stands with what the customer had written since the agent’s last words', () => {
    expect(
      handover([
        ['customer', 'a person please'],
        ['customer', 'my money is not there'],
        ['agent', 'Hello Sarah, the bank has it since this morning.'],
        ['customer', 'and the fee?'],
        ['agent', 'the fee is paid back together with it.'],
        ['agent', 'You will see both on the same day.'],
      ]),
    ).toEqual([
      { question: 'a person please\nmy money is not there', text: 'The bank has it since this morning.' },
      { question: 'and the fee?', text: 'The fee is paid back together with it.' },
      { question: 'and the fee?', text: 'You will see both on the same day.' },
    ])
  })

  test('leaves out greetings in Chinese, too', () => {
    expect(
      handover(
        [
          ['customer', '退款呢'],
          ['agent', '王先生，您好！款项今天上午已经退回给您的银行了。'],
        ],
        'zh',
      ),
    ).toEqual([{ question: '退款呢', text: '款项今天上午已经退回给您的银行了。' }])
  })

  test('counts as it was corrected, without files, nods, and words in another language', () => {
    expect(
      handover([
        ['customer', 'where is it'],
        ['agent', 'It is with the carier since Monday.'],
        ['agent', 'It is with the carrier since Monday.', { kind: 'correction', of: 2 }],
        ['agent', 'Thanks!'],
        ['agent', '款项今天上午已经退回给您的银行了。'],
        [
          'agent',
          'a-long-file-name-of-a-label.pdf',
          { kind: 'file', file: { id: 'f', name: 'x', mediaType: 'application/pdf', bytes: 1 } },
        ],
      ]),
    ).toEqual([{ question: 'where is it', text: 'It is with the carrier since Monday.' }])
  })
})

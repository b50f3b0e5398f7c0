import { describe, expect, it } from 'vitest'
import { toActivity as toBotFramework } from '../../../../bot/channels/bot-framework/to-activity.ts'
import { toActivity as toDirectLine } from '../../../../bot/channels/direct-line/to-activity.ts'
import { ANSWER, CLARIFICATION, message } from './messages.ts'

const extras = { userId: 'dl_1', botName: 'Shop', knowsCandor: true }
const teams = { teams: true, userId: '29:1' }

describe('an activity for Direct Line', () => {
  it('echoes the customer with the id by which the client knows its own message', () => {
    const activity = toDirectLine(
      message({ kind: 'text' }, { from: 'customer', clientId: 'c-7', text: '<b>hi</b>' }),
      extras,
    )
    expect(activity).toMatchObject({
      id: 'm1',
      text: '<b>hi</b>',
      textFormat: 'plain',
      from: { id: 'dl_1', role: 'user' },
      channelData: { clientActivityID: 'c-7', candor: { from: 'customer', kind: 'text' } },
    })
  })

  it('says who of the company speaks', () => {
    expect(toDirectLine(message({ kind: 'text' }), extras).from).toMatchObject({ name: 'Shop', role: 'bot' })
    const agent = toDirectLine(message({ kind: 'text' }, { from: 'agent' }), { ...extras, agentName: 'Anna' })
    expect(agent.from?.name).toBe('Anna')
    expect(agent.channelData).toMatchObject({ candor: { from: 'agent', agentName: 'Anna' } })
  })

  it('never gives an agent the id of a client, nor the client the id of an agent', () => {
    const agent = toDirectLine(
      message({ kind: 'text' }, { from: 'agent', clientId: 'desk-1', authorId: 'a-1' }),
      extras,
    )
    expect(JSON.stringify(agent)).not.toMatch(/desk-1|a-1/)
  })

  it('tells source and confidence as data to our own page, and as one line of text to any other client', () => {
    const ours = toDirectLine(message(ANSWER), extras)
    expect(ours.text).toBe('Hello')
    expect(ours.channelData).toMatchObject({ candor: { confidence: 0.874, source: { title: 'Refunds' } } })
    const other = toDirectLine(message(ANSWER), { ...extras, knowsCandor: false })
    expect(other.text).toBe('Hello\n\nSource: Refunds · 87 % sure')
    const nearlyCertain = { kind: 'answer', need: 'refund', confidence: 0.999 } as const
    const certain = toDirectLine(message(nearlyCertain), { ...extras, knowsCandor: false })
    expect(certain.text).toBe('Hello\n\n99 % sure')
    const chinese = toDirectLine(message(ANSWER, { language: 'zh' }), { ...extras, knowsCandor: false })
    expect(chinese.text).toBe('Hello\n\n来源：Refunds · 把握 87%')
  })

  it('says how to reach a person wherever the bot offers one, and to our own page nothing: there it is a button', () => {
    const offered = { kind: 'text', need: 'hello', offersPerson: true } as const
    expect(toDirectLine(message(offered), extras).text).toBe('Hello')
    const other = { ...extras, knowsCandor: false }
    expect(toDirectLine(message(offered), other).text).toBe('Hello\n\nWrite “person” to talk to one')
    expect(toBotFramework(message({ ...ANSWER, offersPerson: true }, { language: 'zh' }), teams).text).toBe(
      'Hello [1]\n\n来源：Refunds · 把握 87% · 需要人工请回复“人工客服”',
    )
    expect(toBotFramework(message({ kind: 'text' }), teams).text).toBe('Hello')
  })

  it('gives a correction to our own page as data, and to any other client as words that say so', () => {
    const body = { kind: 'correction', of: 3 } as const
    const ours = toDirectLine(message(body, { from: 'agent', text: 'On Monday' }), extras)
    expect(ours).toMatchObject({ text: 'On Monday', channelData: { candor: { kind: 'correction', corrects: 3 } } })
    const other = { ...extras, knowsCandor: false }
    expect(toDirectLine(message(body, { from: 'agent', text: 'On Monday' }), other).text).toBe('Correction: On Monday')
    const chinese = message(body, { from: 'agent', text: '周一', language: 'zh' })
    expect(toDirectLine(chinese, other).text).toBe('更正：周一')
    expect(toBotFramework(chinese, { ...teams, agentName: 'Anna' }).text).toBe('Anna: 更正：周一')
  })

  it('offers every choice and the way to a person as buttons that say what they show', () => {
    const { suggestedActions } = toDirectLine(message(CLARIFICATION), extras)
    expect(suggestedActions?.actions.map(({ type, value }) => [type, value])).toEqual(
      ['Refunds', 'Delivery', 'Opening hours', 'Payment', 'Talk to a person'].map((value) => ['imBack', value]),
    )
  })

  it.each([
    ['en', 'Has your question been solved?'],
    ['zh', '您的问题解决了吗？'],
  ] as const)('asks for a rating with a card, in %s', (language, question) => {
    const { attachments } = toDirectLine(message({ kind: 'survey', surveyId: 's1' }, { language }), extras)
    expect(attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(JSON.stringify(attachments)).toContain(question)
    expect(attachments?.[0]?.content.body.map(({ id }: { id: string }) => id)).toEqual([
      'rating',
      'resolved',
      'comment',
    ])
    const [send, refuse] = attachments?.[0]?.content.actions ?? []
    expect(send.data).toEqual({ candor: 'survey', surveyId: 's1' })
    // Who wants no more questions need not answer one first.
    expect(refuse).toMatchObject({
      associatedInputs: 'none',
      data: { candor: 'survey-consent', surveyId: 's1', ask: false },
    })
  })
})

describe('an activity for Teams', () => {
  it('carries the AI label and the citation in one root entity', () => {
    const { entities, text, channelData } = toBotFramework(message(ANSWER), teams)
    expect(text).toBe('Hello [1]\n\nSource: Refunds · 87 % sure')
    expect(channelData).toBeUndefined()
    expect(entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Refunds',
              url: 'https://shop.example/refunds',
              abstract: 'Source: Refunds · 87 % sure',
            },
          },
        ],
      },
    ])
  })

  it('labels nothing that a person wrote, and names the person', () => {
    const activity = toBotFramework(message({ kind: 'text' }, { from: 'agent' }), { ...teams, agentName: 'Anna' })
    expect(activity).toMatchObject({ text: 'Anna: Hello' })
    expect(activity.entities).toBeUndefined()
  })

  it('shows three buttons, a person always among them, and all choices in the text', () => {
    const { text, suggestedActions } = toBotFramework(message(CLARIFICATION), teams)
    expect(suggestedActions?.actions.map(({ value }) => value)).toEqual(['Refunds', 'Delivery', 'Talk to a person'])
    expect(text).toBe('Hello\n\n1. Refunds\n\n2. Delivery\n\n3. Opening hours\n\n4. Payment\n\n5. Talk to a person')
  })

  it('shows what was said as it was said, though Teams reads Markdown', () => {
    const text = '<b>50 %</b> *off* [here](https://x.example) \\o/ a_b_c'
    const activity = toBotFramework(message({ kind: 'text' }, { text }), teams)
    expect(activity.textFormat).toBe('markdown')
    expect(activity.text).toBe('\\<b\\>50 %\\</b\\> \\*off\\* \\[here\\](https://x.example) \\\\o/ a\\_b\\_c')
  })

  it('leaves out an address that Teams could not open', () => {
    const body = { ...ANSWER, source: { title: 'Refunds', url: '/help/refunds' } }
    expect(JSON.stringify(toBotFramework(message(body), teams))).not.toContain('/help/refunds')
  })

  it('is always a message: handoff events make Teams answer 400', () => {
    const handover = message({ kind: 'handover', reasons: ['asked-for-person'], waitingBefore: 0 })
    expect(toBotFramework(handover, teams).type).toBe('message')
  })
})

describe('an activity for another Bot Framework channel', () => {
  it('shows every button and tells Candor’s own data', () => {
    const activity = toBotFramework(message(CLARIFICATION), { teams: false, userId: 'u' })
    expect(activity.suggestedActions?.actions).toHaveLength(5)
    expect(activity.channelData).toMatchObject({ candor: { kind: 'clarification' } })
  })
})

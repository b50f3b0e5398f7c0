import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../domain/index.ts'
import { CHANNELS_UNDER_TEST, type ChannelUnderTest, type CustomerLine } from './channel-under-test.ts'
import { ANNA, type Company, openCompany } from './company.ts'

const open: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  // The company first: its deliveries would otherwise run into closed doors.
  for (const each of open.splice(0)) await each.stop()
})

async function lineOf(channel: ChannelUnderTest): Promise<{ company: Company; line: CustomerLine }> {
  const company = await openCompany()
  const line = await channel.openLine(company)
  open.push(company, line)
  return { company, line }
}

const stored = ({ store }: Company, { conversationId }: CustomerLine): Promise<Message[]> =>
  store.conversations.messages(conversationId, 0, 1000)

const saidBy = (messages: Message[], ...who: Message['from'][]) =>
  messages.filter(({ from }) => who.includes(from)).map(({ text }) => text)

/** What arrived starts with what was stored: a channel may add a line, and never changes or drops one. */
function expectSame(heard: string[], messages: Message[]): void {
  const said = saidBy(messages, 'bot', 'agent', 'system')
  expect(heard).toHaveLength(said.length)
  heard.forEach((text, index) => {
    expect(text).toContain(said[index])
  })
}

describe.each(CHANNELS_UNDER_TEST)('the channel $name', (channel) => {
  it('carries every message there and every answer back, once and in order', async () => {
    const { company, line } = await lineOf(channel)
    const texts = ['when are you open', 'do you deliver', 'can I pay by card', 'return this', 'gift please']
    for (const [index, text] of texts.entries()) {
      expect(await line.send(text, `10${index}`)).toEqual({ status: 200 })
    }
    const heard = await line.heard(texts.length)
    const messages = await stored(company, line)
    expect(saidBy(messages, 'customer')).toEqual(texts)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    expectSame(heard, messages)
  })

  it('loses and doubles nothing when messages come all at once', async () => {
    const { company, line } = await lineOf(channel)
    const texts = Array.from({ length: 12 }, (_, index) => `when are you open, asked for the ${index}th time`)
    await Promise.all(texts.map((text, index) => line.send(text, `2${index + 10}`)))
    const messages = await stored(company, line)
    expect(saidBy(messages, 'customer').toSorted()).toEqual(texts.toSorted())
    expectSame(await line.heard(saidBy(messages, 'bot', 'system').length), messages)
  })

  it('gives one effect to a message that is sent twice', async () => {
    const { company, line } = await lineOf(channel)
    await line.send('when are you open', '301')
    await line.send('when are you open', '301')
    await Promise.all([line.send('do you deliver', '302'), line.send('do you deliver', '302')])
    expect(await line.heard(2)).toHaveLength(2)
    expect(saidBy(await stored(company, line), 'customer')).toEqual(['when are you open', 'do you deliver'])
  })

  it('goes on after a restart of the server without a gap or a repeat', async () => {
    const { company, line } = await lineOf(channel)
    await line.send('when are you open', '401')
    await line.heard(1)
    await company.stop()
    const restarted = await openCompany({ store: company.store })
    open.push(restarted)
    await line.reconnect(restarted)
    // Sent again, as clients do that saw no answer: and then something new.
    await line.send('when are you open', '401')
    await line.send('do you deliver', '402')
    const heard = await line.heard(2)
    expectSame(heard, await stored(restarted, line))
    expect(heard).toHaveLength(2)
  })

  it('refuses a text of more than 4,000 characters and stores nothing', async () => {
    const { company, line } = await lineOf(channel)
    expect(await line.send('x'.repeat(4001), '501')).toEqual({ status: 400, code: 'TEXT_TOO_LONG' })
    expect(await stored(company, line)).toEqual([])
    expect(await company.store.conversations.get(line.conversationId)).toBeUndefined()
  })

  it('carries a text of 4,000 characters, and markup as text', async () => {
    const { company, line } = await lineOf(channel)
    const markup = '<script>alert(1)</script> **open** &amp; 退货 🙂'
    await line.send(markup, '601')
    await line.send(`open ${'x'.repeat(3995)}`, '602')
    expect(saidBy(await stored(company, line), 'customer')).toEqual([markup, `open ${'x'.repeat(3995)}`])
  })

  it('says in the text alone that nobody is there, until when a person answers, and that a way to be reached is noted', async () => {
    const { company, line } = await lineOf(channel)
    await line.send('a human please', '751')
    await line.send('write to cy@example.com', '752')
    const [handover, noted] = await line.heard(2)
    expect(handover).toMatch(/^None of us is here right now\. .+ a person answers by .+ your e-mail address/)
    expect(noted).toContain('Noted: we can reach you at cy@example.com')
    expect(await company.store.promises.ofConversation(line.conversationId)).toMatchObject([
      { contact: 'cy@example.com' },
    ])
  })

  it('brings a person in, and the person to the customer, and a survey at the end', async () => {
    const { company, line } = await lineOf(channel)
    await company.store.people.add(ANNA)
    await line.send('a human please', '701')
    const [escalation] = await company.store.escalations.waiting(10)
    await company.conversations.accept(escalation?.id ?? '', ANNA)
    await company.conversations.say(line.conversationId, ANNA, 'Hello, how can I help?', randomUUID())
    await company.conversations.resolve(line.conversationId, ANNA, { outcome: 'resolved' })
    const heard = await line.heard(5)
    const messages = await stored(company, line)
    expectSame(heard, messages)

    const survey = messages.flatMap(({ body }) => (body.kind === 'survey' ? [body.surveyId] : []))[0] ?? ''
    await line.answerSurvey(survey)
    expect(await company.store.surveys.responseTo(survey)).toMatchObject({
      rating: 4,
      resolved: true,
      comment: 'quick',
    })
  })
})

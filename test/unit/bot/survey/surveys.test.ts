import { afterEach, describe, expect, it } from 'vitest'
import { trustScore } from '../../../../analytics/index.ts'
import { remindSurveys } from '../../../../bot/sweeps/remind-surveys.ts'
import type { Inbound } from '../../../../bot/turn/conversation-service.ts'
import { DAY_MS, HOUR_MS, type Survey } from '../../../../domain/index.ts'
import { policy } from '../../../support/minds.ts'
import { code, type DeskUnderTest, openDesk } from '../escalation/desk-under-test.ts'

let desk: DeskUnderTest
afterEach(() => desk.stop())

/** The surveys that were sent, in order, reminders apart. */
async function surveys(conversationId = 'c'): Promise<Survey[]> {
  const messages = await desk.store.conversations.messages(conversationId, 0, 1000)
  const ids = messages.flatMap(({ body }) => (body.kind === 'survey' && !body.reminder ? [body.surveyId] : []))
  return Promise.all(ids.map(async (id) => (await desk.store.surveys.get(id)) as Survey))
}

const last = async () => (await surveys()).at(-1) as Survey

async function answer(survey: Survey, given: Record<string, string | number | boolean>, parts: Partial<Inbound> = {}) {
  await desk.write('', { survey: { ...given, surveyId: survey.id }, ...parts })
}

const notAsked = () => desk.store.surveys.notAsked({ from: 0, to: Number.MAX_SAFE_INTEGER })
const ledger = () => desk.store.customers.trustEvents('dl_cy')

/** The bot answers, and the customer is content. */
async function servedByBot(parts: Partial<Inbound> = {}) {
  await desk.write('refund please', parts)
  await desk.write('thanks', parts)
}

async function helpedBy(name: string, outcome: 'resolved' | 'unresolved' | 'spam' = 'resolved') {
  const agent = (await desk.store.people.get(name)) ?? (await desk.agent(name))
  await desk.write('human please')
  await desk.accept(agent)
  await desk.conversations.resolve('c', agent, { outcome })
  // Or the customer would have the same person again.
  await desk.store.people.setPresence({ agentId: name, available: false, until: desk.clock.now(), since: 0 })
}

describe('what is complained of elsewhere', () => {
  it('is not so here: every resolution is asked about, not every conversation', async () => {
    desk = await openDesk()
    await servedByBot()
    await helpedBy('ann')
    await servedByBot()
    expect((await surveys()).map(({ about }) => about.kind)).toEqual(['bot', 'agent', 'bot'])
  })

  it.each([
    [['refund please', '退款'], 'zh', '评分：4 分'],
    [['退款', 'refund please'], 'en', 'Rating: 4 of 5'],
  ] as const)(
    'is not so here: after %j the survey and the thanks are in the language spoken last, %s',
    async (texts, language, words) => {
      desk = await openDesk()
      for (const text of texts) await desk.write(text)
      desk.clock.advance(HOUR_MS)
      await desk.conversations.closeIdle('c', desk.clock.now())
      const survey = await last()
      expect(survey.language).toBe(language)
      // It stays the survey's language, whatever is spoken meanwhile.
      await desk.write(texts[0])
      await answer(survey, { rating: 4 })
      const messages = await desk.store.conversations.messages('c', 0, 100)
      expect(messages.find(({ body }) => body.kind === 'survey')?.language).toBe(language)
      expect(messages.slice(-2).map((message) => message.language)).toEqual([language, language])
      const [said, thanks] = messages.slice(-2).map(({ text }) => text)
      expect(said).toContain(words)
      expect(/\p{Script=Han}/u.test(thanks ?? '')).toBe(language === 'zh')
    },
  )

  it('is not so here: two nodes that resolve at once ask once', async () => {
    desk = await openDesk()
    const ann = await desk.agent('ann')
    await desk.write('human please')
    await desk.accept(ann)
    const { conversations, otherNode } = desk
    const ended = [conversations, otherNode].map((node) => code(node.resolve('c', ann, { outcome: 'resolved' })))
    expect((await Promise.all(ended)).toSorted()).toEqual(['TRANSITION_REFUSED', 'done'])
    expect(await surveys()).toHaveLength(1)

    await desk.store.people.setPresence({ agentId: 'ann', available: false, until: desk.clock.now(), since: 0 })
    await desk.write('refund please')
    desk.clock.advance(HOUR_MS)
    const before = desk.clock.now()
    const closed = await Promise.all([conversations, otherNode].map((node) => node.closeIdle('c', before)))
    expect(closed.toSorted()).toEqual([false, true])
    expect(await surveys()).toHaveLength(2)
  })

  it('is not so here: an answer is credited to who resolved, after a transfer, a take-over and another handover', async () => {
    desk = await openDesk()
    const [ann, bo, cleo] = [
      await desk.agent('ann'),
      await desk.agent('bo'),
      await desk.agent('cleo', { role: 'manager' }),
    ]
    await desk.write('human please')
    await desk.accept(ann)
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    await desk.accept(bo)
    await desk.conversations.resolve('c', bo, { outcome: 'resolved' })
    const byBo = await last()

    await desk.write('human please')
    await desk.accept(ann)
    await desk.conversations.takeOver('c', cleo)
    await desk.conversations.resolve('c', cleo, { outcome: 'resolved' })
    const byCleo = await last()

    await desk.write('human please')
    await desk.accept(ann)
    // Answered while somebody else has the conversation.
    await answer(byBo, { rating: 1 })
    await answer(byCleo, { rating: 5 })
    await desk.conversations.returnToBot('c', ann)

    expect([byBo.about, byCleo.about]).toMatchObject([{ agentId: 'bo' }, { agentId: 'cleo' }])
    const rated = (await ledger()).filter(({ cause }) => cause === 'survey-rating')
    expect(rated.map(({ agentId, loss }) => [agentId, loss > 0])).toEqual([
      ['bo', true],
      ['cleo', false],
    ])
    expect(await desk.store.surveys.get(byBo.id)).toEqual(byBo)
  })

  it('is not so here: who did not come back in time is not credited, but who took over', async () => {
    desk = await openDesk()
    const [ann, bo] = [await desk.agent('ann'), await desk.agent('bo')]
    await desk.write('human please')
    await desk.accept(ann)
    const [escalation] = await desk.escalations()
    desk.clock.advance(101 * HOUR_MS)
    expect(await desk.conversations.giveBack({ id: escalation?.id ?? '', conversationId: 'c' })).toBe(true)
    await desk.accept(bo)
    await desk.conversations.resolve('c', bo, { outcome: 'resolved' })
    expect((await last()).about).toMatchObject({ kind: 'agent', agentId: 'bo' })
  })
})

describe('a survey', () => {
  it('keeps what it is about as it was when it was sent', async () => {
    desk = await openDesk()
    await servedByBot()
    const survey = await last()
    const answered = (await desk.store.conversations.messages('c', 0, 10)).find(({ body }) => body.kind === 'answer')
    expect(survey).toMatchObject({
      form: 'csat',
      about: { kind: 'bot', answer: { need: 'refund', seq: answered?.seq } },
      need: 'refund',
      customerMessages: 2,
    })
    expect(survey.gap).toBeGreaterThanOrEqual(0)
    await helpedBy('ann')
    await answer(survey, { rating: 2, comment: 'too slow' })
    expect(await desk.store.surveys.get(survey.id)).toEqual(survey)
    // An answer to a survey is no message about a need.
    await helpedBy('ann')
    expect((await last()).customerMessages).toBe(4)
  })

  it('is not sent where nothing was answered, to spammers, and after an angry exit; the record says why', async () => {
    desk = await openDesk({}, { 'the worst of all!': -0.9 })
    await desk.write('thanks')
    desk.clock.advance(HOUR_MS)
    await desk.conversations.closeIdle('c', desk.clock.now())
    await helpedBy('ann', 'spam')
    const ann = await desk.agent('bea')
    await desk.write('human please')
    await desk.accept(ann)
    await desk.write('the worst of all!')
    await desk.conversations.resolve('c', ann, { outcome: 'unresolved' })
    expect(await surveys()).toEqual([])
    expect((await notAsked()).map(({ reason }) => reason).toSorted()).toEqual([
      'angry-exit',
      'nothing-answered',
      'spam',
    ])
    const ended = (await desk.store.conversations.events('c')).filter(({ kind }) => kind === 'resolved')
    expect(ended.map((event) => event.notAsked)).toEqual(['nothing-answered', 'spam', 'angry-exit'])
  })

  it('is sent to a customer who was angry at the bot and content with the person', async () => {
    desk = await openDesk({}, { 'the worst of all!': -0.9, 'that is perfect': 0.8 })
    const ann = await desk.agent('ann')
    await desk.write('the worst of all!')
    await desk.write('human please')
    await desk.accept(ann)
    await desk.write('that is perfect')
    await desk.conversations.resolve('c', ann, { outcome: 'resolved' })
    expect(await surveys()).toHaveLength(1)
  })

  it('asks nobody in anger after they went silent on a refused answer, and everybody where the policy says so', async () => {
    const mood = { 'that is not what I asked': -0.3 }
    const leave = async () => {
      await desk.write('refund please')
      await desk.write('that is not what I asked')
      desk.clock.advance(DAY_MS)
      await desk.conversations.closeIdle('c', desk.clock.now())
    }
    desk = await openDesk({}, mood)
    await leave()
    expect(await notAsked()).toEqual([{ reason: 'angry-exit', count: 1 }])
    await desk.stop()
    desk = await openDesk({ angryBelow: -1 }, mood)
    await leave()
    expect(await surveys()).toHaveLength(1)
  })

  it('asks for a recommendation once per customer and period, also when two conversations end at once', async () => {
    desk = await openDesk({ nps: { share: 1, everyDays: 90 } })
    const ids = ['c', 'd', 'e', 'f']
    for (const conversationId of ids) await desk.write('refund please', { conversationId })
    desk.clock.advance(HOUR_MS)
    const nodes = [desk.conversations, desk.otherNode]
    await Promise.all(ids.map((id, index) => nodes[index % 2]?.closeIdle(id, desk.clock.now())))
    const forms = (await Promise.all(ids.map((id) => surveys(id)))).flat().map(({ form }) => form)
    expect(forms.toSorted()).toEqual(['csat', 'csat', 'csat', 'nps'])
    desk.clock.advance(91 * DAY_MS)
    await servedByBot()
    expect((await last()).form).toBe('nps')
  })
})

describe('an answer', () => {
  it('can be changed until the survey expires: the last one counts, and its evidence stands in for the first', async () => {
    desk = await openDesk()
    await servedByBot()
    const survey = await last()
    await answer(survey, { rating: 5, resolved: true, comment: 'quick' })
    const first = await desk.store.surveys.responseTo(survey.id)
    await answer(survey, { rating: 2, resolved: 'no' })
    expect(await desk.store.surveys.responseTo(survey.id)).toEqual({
      surveyId: survey.id,
      at: desk.clock.now(),
      firstAt: first?.at,
      rating: 2,
      resolved: false,
      comment: 'quick',
    })
    const rows = await ledger()
    expect(rows.map(({ cause, replaces }) => [cause, rows.findIndex(({ id }) => id === replaces)])).toEqual([
      ['survey-rating', -1],
      ['survey-resolved', -1],
      ['survey-rating', 0],
      ['survey-unresolved', 1],
    ])
    // As if there had been the second answer alone.
    const alone = rows.slice(2).map(({ replaces: _, ...row }) => row)
    expect(trustScore(rows, desk.clock.now(), policy.trust)).toEqual(trustScore(alone, desk.clock.now(), policy.trust))

    await answer(survey, { rating: 4 })
    const third = await ledger()
    expect(third.slice(4)).toMatchObject([{ cause: 'survey-rating', replaces: rows[2]?.id }])
    desk.clock.advance(72 * HOUR_MS)
    expect(await code(answer(survey, { rating: 1 }))).toBe('SURVEY_EXPIRED')
    expect(await desk.store.surveys.responseTo(survey.id)).toMatchObject({ rating: 4, firstAt: first?.at })
  })

  it('that is the same again changes nothing', async () => {
    desk = await openDesk()
    await servedByBot()
    const survey = await last()
    await answer(survey, { rating: 5, resolved: true })
    const before = [await desk.store.surveys.responseTo(survey.id), await ledger()]
    await answer(survey, { rating: '5', resolved: 'yes', comment: '' })
    await answer(survey, { rating: 5 })
    expect([await desk.store.surveys.responseTo(survey.id), await ledger()]).toEqual(before)
  })

  it('to one of two surveys of a conversation leaves the evidence of the other alone, in the same millisecond', async () => {
    desk = await openDesk()
    await servedByBot()
    await helpedBy('ann')
    const [bots, anns] = await surveys()
    if (!bots || !anns) throw new TypeError('two were sent')
    const at = { conversationId: 'c', channel: 'web' as const, customer: { id: 'dl_cy' }, text: '' }
    for (const [survey, rating] of [
      [bots, 1],
      [anns, 5],
      [bots, 2],
    ] as const) {
      await desk.conversations.receive({ ...at, survey: { surveyId: survey.id, rating } })
    }
    const rows = (await ledger()).filter(({ cause }) => cause === 'survey-rating')
    expect(rows.map(({ agentId, replaces }) => [agentId, replaces])).toEqual([
      [undefined, undefined],
      ['ann', undefined],
      [undefined, rows[0]?.id],
    ])
  })

  it.each([
    [
      'nps',
      { nps: { share: 1, everyDays: 90 } },
      { recommend: 9 },
      'survey-recommend',
      0.9,
      'Would recommend: 9 of 10',
    ],
    ['ces', { ces: { share: 1 } }, { effort: '7' }, 'survey-effort', 1, 'Ease: 7 of 7'],
  ] as const)('to %s is evidence by its share', async (form, survey, given, cause, share, words) => {
    desk = await openDesk(survey)
    await servedByBot()
    expect((await last()).form).toBe(form)
    await answer(await last(), given)
    expect(await ledger()).toMatchObject([
      { cause, gain: policy.trust.weights[cause] * share, channel: 'web', need: 'refund' },
    ])
    expect(await desk.transcript()).toContain(`customer survey-response: ${words}`)
  })

  it('to a form of the company’s own is kept by item, as it was asked, and moves no trust', async () => {
    const text = { en: 'Was it tidy?', zh: '整洁吗？' }
    const items = [
      { name: 'tidy', kind: 'yes-no' as const, text, required: true },
      { name: 'wish', kind: 'text' as const, text: { en: 'A wish', zh: '建议' }, required: false },
    ]
    desk = await openDesk({ own: [{ name: 'parcel', share: 1, items }] })
    await servedByBot()
    const survey = await last()
    expect(survey).toMatchObject({ form: 'parcel', items })
    expect(await code(answer(survey, { wish: 'string' }))).toBe('BODY_INVALID')
    await answer(survey, { tidy: 'no', wish: ' less tape ' })
    expect(await desk.store.surveys.responseTo(survey.id)).toMatchObject({
      answers: { tidy: false, wish: 'less tape' },
    })
    expect(await ledger()).toEqual([])
    expect(await desk.transcript()).toContain('customer survey-response: Was it tidy?: no, “less tape”')
  })

  it('is taken from nobody else', async () => {
    desk = await openDesk()
    await servedByBot()
    expect(await code(answer(await last(), { rating: 1 }, { customer: { id: 'dl_mallory' } }))).toBe('SURVEY_UNKNOWN')
  })
})

describe('“do not ask me again”', () => {
  it('is stored, confirmed and kept, and can be taken back', async () => {
    desk = await openDesk()
    await servedByBot()
    const survey = await last()
    const say = (ask: boolean) => desk.write('', { surveyConsent: { surveyId: survey.id, ask } })
    await say(false)
    expect((await desk.bodies()).at(-1)).toEqual({ kind: 'notice', code: 'survey-refused', surveyId: survey.id })
    // A message brings the customer's name and language up to date, and leaves this alone.
    await servedByBot({ customer: { id: 'dl_cy', name: 'Cy' } })
    expect(await surveys()).toHaveLength(1)
    expect(await notAsked()).toEqual([{ reason: 'no-consent', count: 1 }])
    expect(await desk.store.customers.get('dl_cy')).toMatchObject({ name: 'Cy', surveyConsent: { kind: 'refused' } })
    // What was asked already may still be answered.
    await answer(survey, { rating: 3 })
    await say(true)
    await servedByBot()
    expect(await surveys()).toHaveLength(2)
    expect(await desk.store.conversations.get('c')).toMatchObject({ owner: 'closed' })
  })

  it('can be said by nobody else', async () => {
    desk = await openDesk()
    await servedByBot()
    const { id: surveyId } = await last()
    const refused = desk.write('', { surveyConsent: { surveyId, ask: false }, customer: { id: 'dl_mallory' } })
    expect(await code(refused)).toBe('SURVEY_UNKNOWN')
    expect((await desk.store.customers.get('dl_cy'))?.surveyConsent).toBeUndefined()
  })
})

describe('a reminder', () => {
  const sweep = () => remindSurveys(desk.store, desk.conversations, desk.clock, () => policy).run()
  const reminders = async () => (await desk.bodies()).filter((body) => body.kind === 'survey' && body.reminder)

  it('is sent once, after the policy’s hours, in the survey’s language, and the conversation stays closed', async () => {
    desk = await openDesk()
    await servedByBot()
    const before = await desk.store.conversations.get('c')
    desk.clock.advance(24 * HOUR_MS - 1)
    expect(await sweep()).toBe(0)
    desk.clock.advance(1)
    expect(await sweep()).toBe(1)
    expect(await reminders()).toMatchObject([{ surveyId: (await last()).id, form: 'csat' }])
    expect(await desk.store.surveys.get((await last()).id)).toMatchObject({ remindedAt: desk.clock.now() })
    expect(await desk.store.conversations.get('c')).toMatchObject({ owner: 'closed', state: before?.state })
    desk.clock.advance(24 * HOUR_MS)
    expect(await sweep()).toBe(0)
  })

  it('is sent once also when two nodes look at once', async () => {
    desk = await openDesk()
    await servedByBot()
    desk.clock.advance(25 * HOUR_MS)
    const [survey] = await surveys()
    if (!survey) throw new TypeError('one was sent')
    const sent = await Promise.all([desk.conversations, desk.otherNode].map((node) => node.remindOfSurvey(survey)))
    expect(sent.toSorted()).toEqual([false, true])
    expect(await reminders()).toHaveLength(1)
  })

  it.each([
    ['answered', async () => answer(await last(), { rating: 3 })],
    ['refused to be asked', async () => desk.write('', { surveyConsent: { surveyId: (await last()).id, ask: false } })],
    ['come back', async () => desk.write('refund please', { conversationId: 'another' })],
    ['been let wait for a person', async () => desk.write('human please', { conversationId: 'another' })],
    ['run out of time', async () => desk.clock.advance(80 * HOUR_MS)],
  ])('is not sent to who has %s', async (_what, meanwhile) => {
    desk = await openDesk()
    await servedByBot()
    desk.clock.advance(25 * HOUR_MS)
    await meanwhile()
    expect(await sweep()).toBe(0)
    expect(await reminders()).toEqual([])
  })
})

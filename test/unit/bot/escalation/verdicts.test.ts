import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeantByAgent } from '../../../../bot/escalation/agent-acts.ts'
import type { Agent } from '../../../../domain/index.ts'
import { storedLabels } from '../../../support/stored-labels.ts'
import { code, type DeskUnderTest, openDesk } from './desk-under-test.ts'

let desk: DeskUnderTest
let ann: Agent

beforeEach(async () => {
  desk = await openDesk()
  ann = await desk.agent('ann')
})
afterEach(() => desk.stop())

const resolve = (meant?: MeantByAgent) =>
  desk.conversations.resolve('c', ann, { outcome: 'resolved', ...(meant && { meant }) })

/** The customer writes this, an agent takes over and says what it was about. */
async function handled(texts: string[], meant?: MeantByAgent) {
  for (const text of texts) await desk.write(text)
  await desk.accept(ann)
  await resolve(meant)
  const [escalation] = await desk.escalations()
  return { escalation, labels: await storedLabels(desk.store) }
}

async function surveyed(): Promise<string | undefined> {
  const survey = (await desk.bodies()).findLast(({ kind }) => kind === 'survey')
  return (await desk.store.surveys.get(survey?.kind === 'survey' ? survey.surveyId : ''))?.need
}

const DELIVERY: MeantByAgent = { kind: 'need', need: 'delivery' }

describe('what an agent says a handover was about', () => {
  it('may be nothing that the pack has: the message is labelled so, and no need is asked about', async () => {
    const { escalation, labels } = await handled(['about money', 'zzz'], { kind: 'none' })
    expect(escalation).toMatchObject({ outcome: 'resolved', noNeed: true })
    expect(escalation?.trueNeed).toBeUndefined()
    expect(labels).toMatchObject([{ seq: 3, source: 'agent', meant: { kind: 'none' }, by: 'ann' }])
    expect(await surveyed()).toBeUndefined()
  })

  it('may be that the answer was wrong: the message that was answered is labelled with its need', async () => {
    const { escalation, labels } = await handled(['refund please', 'human please'], { kind: 'answer-wrong' })
    expect(escalation).toMatchObject({ trueNeed: 'refund' })
    expect(labels).toMatchObject([
      { seq: 1, source: 'agent', meant: { kind: 'need', need: 'refund' }, answerWrong: true, by: 'ann' },
    ])
    expect(await surveyed()).toBe('refund')
  })

  it('is not that the answer was wrong where there was none', async () => {
    await desk.write('human please')
    await desk.accept(ann)
    expect(await code(resolve({ kind: 'answer-wrong' }))).toBe('BODY_INVALID')
    expect(await desk.store.conversations.get('c')).toMatchObject({ owner: 'agent' })
  })

  it('is about the message that was answered, where the customer refused the answers', async () => {
    const { escalation, labels } = await handled(
      ['refund please', 'that is not what I asked', 'that is not what I asked'],
      DELIVERY,
    )
    expect(escalation).toMatchObject({ reasons: ['answer-refused'], trueNeed: 'delivery' })
    expect(labels).toMatchObject([{ seq: 1, meant: DELIVERY }])
    expect(labels[0]).not.toHaveProperty('answerWrong')
  })

  it.each(['none of these', 'I want to talk to a person'])(
    'is about the message that a list was for, where the customer said "%s"',
    async (instead) => {
      const { labels } = await handled(['about money', instead], DELIVERY)
      expect(labels).toMatchObject([{ seq: 1, meant: DELIVERY }])
    },
  )

  it('is about the one message that was answered before the customer called for a person', async () => {
    const { labels } = await handled(['refund please', 'I want to talk to a person'], DELIVERY)
    expect(labels).toMatchObject([{ seq: 1, meant: DELIVERY }])
  })

  it('labels nothing where two messages were answered before that: nobody knows which one is meant', async () => {
    const { escalation, labels } = await handled(['refund please', 'how long is delivery', 'human please'], DELIVERY)
    expect(escalation).toMatchObject({ trueNeed: 'delivery' })
    expect(labels).toEqual([])
  })

  it('labels nothing where only thanks were said before that', async () => {
    const { labels } = await handled(['thanks', 'human please'], DELIVERY)
    expect(labels).toEqual([])
  })

  it('is about the message that repeats what was answered, which says it again', async () => {
    const { escalation, labels } = await handled(['refund please', 'refund please', 'refund please'], DELIVERY)
    expect(escalation).toMatchObject({ reasons: ['need-repeated'] })
    expect(labels).toMatchObject([{ seq: 5, meant: DELIVERY }])
  })

  it('is kept of a call for a person, and no message is labelled: it says nothing of the need', async () => {
    const { escalation, labels } = await handled(['human please'], { kind: 'none' })
    expect(escalation).toMatchObject({ noNeed: true })
    expect(labels).toEqual([])
  })

  it('may be left open', async () => {
    const { escalation, labels } = await handled(['refund please', 'human please'])
    expect(escalation).toMatchObject({ outcome: 'resolved' })
    expect(escalation).not.toHaveProperty('noNeed')
    expect(labels).toEqual([])
    expect(await surveyed()).toBe('refund')
  })

  it('is about the same message when another agent resolves what one passed on', async () => {
    const bo = await desk.agent('bo')
    await desk.write('about money')
    await desk.write('zzz')
    await desk.accept(ann)
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    await desk.accept(bo)
    await desk.conversations.resolve('c', bo, { outcome: 'resolved', meant: DELIVERY })
    expect(await storedLabels(desk.store)).toMatchObject([{ seq: 3, meant: DELIVERY, by: 'bo' }])
  })

  it('may be that the answer was wrong, also by whoever steps in right after it', async () => {
    await desk.write('refund please')
    await desk.conversations.takeOver('c', ann)
    await resolve({ kind: 'answer-wrong' })
    expect(await storedLabels(desk.store)).toMatchObject([{ seq: 1, answerWrong: true }])
  })
})

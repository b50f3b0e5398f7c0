import { join } from 'node:path'
import type { Agent, Channel, CsatRating, Language, Survey, SurveyItem, SurveyResponse } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { change, committed, conversation } from '../contract/store/sample.ts'
import { seeded } from '../support/seeded.ts'

const DAY_MS = 86_400_000
const DAYS = 27
const SURVEYS = 550
/** Every fourth survey is about a person, until there are so many. */
const PEOPLE = 130
const MINUTE_MS = 60_000

const AGENTS = ['Kim', 'Li'].map(
  (name): Agent => ({
    id: name.toLowerCase(),
    email: `${name.toLowerCase()}@shop.test`,
    name,
    role: 'agent',
    languages: [],
    queues: [],
    capacity: 5,
    createdAt: 0,
  }),
)
const NEEDS = ['delivery-cost', 'refund-time', 'invoice-how']

const scale = (name: string, en: string, zh: string): SurveyItem => ({
  name,
  text: { en, zh },
  required: name !== 'simple',
  kind: 'scale',
  from: 1,
  to: 7,
  low: { en: 'not at all', zh: '完全不同意' },
  high: { en: 'fully', zh: '完全同意' },
})

/** A form of the company's own. Its third question is read otherwise in Chinese, and its fifth the other way round. */
export const OWN_FORM = 'talk'
const OWN: SurveyItem[] = [
  scale('clear', 'The answer was clear.', '回答清楚明白。'),
  scale('quick', 'It went quickly.', '处理得很快。'),
  scale('fitting', 'It fitted my situation.', '回答符合我的情况。'),
  scale('whole', 'Nothing was left open.', '没有遗留问题。'),
  scale('simple', 'I had to do too much myself.', '我自己需要做的太多。'),
]

/**
 * Four weeks of surveys, ending today: about the bot and about two agents, in two languages. Customers with a large gap are
 * less content and answer less.
 * @returns share of those asked about the bot who were content, whether or not they said so
 */
export async function surveyMonth(dataDir: string): Promise<{ contentWithBot: number }> {
  const draw = seeded(20)
  const store = await openStore(join(dataDir, 'candor.db'))
  for (const agent of AGENTS) await store.people.add(agent)
  const end = Date.now() - 60 * MINUTE_MS
  const ask = async (id: string, sent: Partial<Survey>, answer?: Omit<SurveyResponse, 'surveyId'>) => {
    const { channel = 'web', language = 'en' } = sent
    const conversationId = `c-${id}`
    const survey: Survey = {
      ...{ id, conversationId, customerId: `u-${id}`, channel, language, form: 'csat', sentAt: end, expiresAt: 0 },
      about: { kind: 'bot', modelId: 'intents-2' },
      ...sent,
    }
    const asked = { ...survey, expiresAt: survey.sentAt + 7 * DAY_MS }
    const started = conversation({ id: conversationId, channel, language, customerId: asked.customerId })
    const read = await committed(store, change(started, { survey: asked }))
    if (answer) await committed(store, change(read, { response: { ...answer, surveyId: id } }))
  }

  const aboutBot = { asked: 0, content: 0 }
  for (let i = 0; i < SURVEYS; i++) {
    const sentAt = end - Math.floor(((SURVEYS - i) / SURVEYS) * DAYS * DAY_MS)
    const ofPeople = i % 4 === 3 && i < 4 * PEOPLE
    const gap = draw() < 0.4 ? 0.8 : 0.1
    const isContent = draw() < (gap > 0.5 ? 0.35 : 0.92)
    const answers = draw() < (gap > 0.5 ? 0.2 : 0.6)
    const rating = (isContent ? 4 + Math.round(draw()) : 1 + Math.round(2 * draw())) as CsatRating
    const language: Language = i % 3 === 0 ? 'zh' : 'en'
    const channel: Channel = i % 5 === 0 ? 'teams' : 'web'
    const need = NEEDS[i % NEEDS.length] ?? ''
    const at = sentAt + Math.round((1 + 60 * draw()) * MINUTE_MS)
    if (!ofPeople) {
      aboutBot.asked += 1
      aboutBot.content += Number(isContent)
    }
    const agentId = i % 8 === 3 ? 'kim' : 'li'
    await ask(
      `csat-${i}`,
      {
        ...{ sentAt, language, channel, need, gap, customerMessages: 1 + Math.floor(5 * draw()) },
        about: ofPeople
          ? { kind: 'agent', agentId, escalationId: `e-${i}` }
          : { kind: 'bot', modelId: i < 200 ? 'intents-1' : 'intents-2', answer: { need } },
      },
      answers ? { at, rating, ...(draw() < 0.6 && { resolved: isContent }) } : undefined,
    )
    if (i % 9 === 0) {
      const score = Math.max(0, Math.min(10, Math.round((isContent ? 8.5 : 4) + 4 * (draw() - 0.5))))
      await ask(`nps-${i}`, { sentAt, language, form: 'nps' }, draw() < 0.7 ? { at, score } : undefined)
    }
    if (i % 4 === 1) {
      const grade = (shift: number, turn = 1) =>
        Math.max(1, Math.min(7, Math.round(4 + turn * (isContent ? 1.2 : -1.2) + 1.6 * (draw() + draw() - 1) + shift)))
      const values = { clear: grade(0), quick: grade(0), fitting: grade(language === 'zh' ? -1.6 : 0), whole: grade(0) }
      await ask(
        `own-${i}`,
        { sentAt, language, form: OWN_FORM, items: OWN },
        { at, score: values.clear, answers: { ...values, ...(draw() < 0.5 && { simple: grade(0, -1) }) } },
      )
    }
  }
  await store.close()
  return { contentWithBot: aboutBot.content / aboutBot.asked }
}

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { loadPack } from '../../bot/knowledge/index.ts'
import { ensureChampion, mindOf } from '../../bot/models/index.ts'
import { loadPolicy } from '../../bot/policy/index.ts'
import { StoredConversations } from '../../bot/turn/stored-conversations.ts'
import type { Agent } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'

const PACK = join(import.meta.dirname, '../../knowledge/demo-shop')
const DAY_MS = 86_400_000
const DAYS = 27
/** How long customers wait for the agent, and how long the agent works on each. */
const WAIT_MS = 40_000
const WORK_MS = 120_000

/** What one kind of customer writes, message by message; `rating`: how they answer the survey, if they get one. */
interface Customer {
  texts: string[]
  /** How many of them come over the four weeks. */
  times: number
  rating?: number
}

const JOBS = [
  'Do you hire students for the summer?',
  'I would like to apply for a job with you, who do I write to?',
  'Are there any job openings at your company?',
  'Where can I send my job application?',
  'Is a summer job with you still free?',
  'I am looking for a job, do you hire at the moment?',
  'Can I apply for a job in your warehouse?',
]
const JOBS_ZH = [
  '你们现在还招人吗',
  '我想应聘你们公司的工作，简历发到哪里',
  '请问招聘暑假工吗',
  '你们公司有什么职位在招聘',
  '应聘仓库的工作要怎么申请',
  '招聘兼职吗，我想应聘',
]

const CUSTOMERS: Customer[] = [
  { texts: ['How much is delivery?', 'Thanks, that helps'], times: 24, rating: 5 },
  { texts: ['怎么开发票？', '谢谢，明白了'], times: 14, rating: 4 },
  { texts: ['Where is my refund?', 'That is not what I asked', 'I want to talk to a person'], times: 12, rating: 1 },
  { texts: ['How long does a refund take?', 'That is not what I asked', 'no, not what I meant'], times: 8, rating: 1 },
  { texts: ['Where is my order?', 'CD-104233', 'Thank you'], times: 16 },
  { texts: ['I want to complain about your rude driver'], times: 6 },
  { texts: ['money back'], times: 9 },
  { texts: ['order'], times: 7 },
  ...JOBS.map((text) => ({ texts: [text], times: 2 })),
  ...JOBS_ZH.map((text) => ({ texts: [text], times: 2 })),
]

const KIM: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: ['en'],
  queues: [],
  capacity: 5,
  createdAt: 0,
}

/**
 * Four weeks of a shop, ending today, through the real service with the model that is trained on the demo shop:
 * customers spread over the days, an agent who answers and resolves every handover, and surveys that some of them answer.
 */
export async function liveFourWeeks(dataDir: string): Promise<void> {
  const pack = await loadPack(PACK)
  const policy = await loadPolicy(PACK)
  const store = await openStore(join(dataDir, 'candor.db'))
  await store.people.add(KIM)
  let now = Date.now() - DAYS * DAY_MS
  const clock = { now: () => now }
  const champion = await ensureChampion(store, pack, policy, clock, randomUUID, () => {})
  const conversations = new StoredConversations({
    store,
    mind: () => mindOf(champion, pack, policy),
    clock,
    newId: randomUUID,
    stopwatch: () => performance.now(),
  })
  // One of each kind after the other, so that no week is without any.
  const visits = CUSTOMERS.flatMap((customer) =>
    Array.from({ length: customer.times }, (_, i) => ({ customer, when: i / customer.times })),
  ).sort((a, b) => a.when - b.when)
  const stepMs = (DAYS * DAY_MS) / (visits.length + 1)
  for (const [number, { customer }] of visits.entries()) {
    const id = `visit-${number}`
    const cameAt = now
    for (const text of customer.texts) {
      await conversations.receive({ conversationId: id, channel: 'web', customer: { id: `customer-${number}` }, text })
      now += 1_000
    }
    const escalationId = (await store.conversations.get(id))?.escalationId
    if (escalationId !== undefined) {
      now += WAIT_MS
      await conversations.accept(escalationId, KIM)
      now += WORK_MS / 2
      await conversations.say(id, KIM, 'I have looked into it and will see to it.')
      now += WORK_MS / 2
      await conversations.resolve(id, KIM, { outcome: 'resolved' })
    }
    if (customer.rating !== undefined)
      await answerSurvey(store, conversations, id, `customer-${number}`, customer.rating)
    now = cameAt + stepMs
  }
  await store.close()
}

async function answerSurvey(
  store: Store,
  conversations: StoredConversations,
  conversationId: string,
  customerId: string,
  rating: number,
): Promise<void> {
  const said = await store.conversations.messages(conversationId, 0, 100)
  const asked = said.flatMap(({ body }) => (body.kind === 'survey' ? [body.surveyId] : [])).at(-1)
  if (asked === undefined) return
  const survey = { surveyId: asked, rating, resolved: rating > 2 }
  await conversations.receive({ conversationId, channel: 'web', customer: { id: customerId }, text: '', survey })
}

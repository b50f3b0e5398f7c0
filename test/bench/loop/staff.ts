import { setTimeout as sleep } from 'node:timers/promises'
import type { CandidatePage, CandidateView, DeskConversation, DeskQueue } from '../../../bot/http/api.ts'
import { hashPassword } from '../../../bot/http/index.ts'
import type { Agent, ReviewedMeaning, Role } from '../../../domain/index.ts'
import { openStore } from '../../../store/index.ts'
import { type Desk, PASSWORD, signIn } from '../../contract/channels/staff.ts'

/** An agent and a manager, who can sign in as soon as a server runs. */
export async function hireStaff(database: string): Promise<Record<'agent' | 'manager', Agent>> {
  const store = await openStore(database)
  const password = await hashPassword(PASSWORD)
  const person = (id: string, role: Role): Agent => ({
    id,
    email: `${id}@shop.example`,
    name: id,
    role,
    languages: [],
    queues: [],
    capacity: 5,
    createdAt: 0,
  })
  const staff = { agent: person('kim', 'agent'), manager: person('mona', 'manager') }
  for (const one of Object.values(staff)) await store.people.add(one, password)
  await store.close()
  return staff
}

/**
 * Takes whoever waits, one after the other, and ends each conversation with what it was about.
 * @param meantBy what a customer's first message means
 * @returns how many
 */
export async function serveWhoWaits(
  server: { url: string },
  agent: Agent,
  meantBy: (text: string) => ReviewedMeaning | undefined,
): Promise<number> {
  const desk = await signIn(server, agent)
  for (let served = 0; ; ) {
    const { waiting, mine } = await read<DeskQueue>(desk, '/api/desk/queue')
    const [next] = waiting.filter(({ offer }) => offer === undefined || offer.mine)
    if (next) await send(desk, `/api/desk/escalations/${next.id}/accept`)
    else if (waiting.length === 0 && mine.length === 0) return served
    for (const { conversationId } of mine) {
      const path = `/api/desk/conversations/${encodeURIComponent(conversationId)}`
      const { messages } = await read<DeskConversation>(desk, path)
      const meant = meantBy(messages.find(({ from }) => from === 'customer')?.text ?? '')
      await send(desk, `${path}/resolve`, { outcome: 'resolved', ...(meant && { meant }) })
      served += 1
    }
  }
}

/** A message that has not come to the review by then does not come: it is looked for every minute. */
const PATIENCE_MS = 75_000

/** Accepts every message of which all who spoke of it say the same. @returns how many */
export async function acceptWhatPeopleSaid(server: { url: string }, manager: Agent): Promise<number> {
  const desk = await signIn(server, manager)
  let accepted = 0
  for (let lastAt = performance.now(); performance.now() - lastAt < PATIENCE_MS; ) {
    const { candidates } = await read<CandidatePage>(desk, '/api/review/candidates?state=pending')
    for (const candidate of candidates) {
      const meant = agreedMeaning(candidate)
      if (!meant) continue
      const body = { version: candidate.version, act: { kind: 'accept', meant } }
      await send(desk, `/api/review/candidates/${candidate.id}`, body)
      accepted += 1
      lastAt = performance.now()
    }
    await sleep(2_000)
  }
  return accepted
}

function agreedMeaning({ verdicts }: CandidateView) {
  const [first, ...others] = verdicts.map(({ meant }) => meant)
  if (!first || first.kind === 'unclear') return undefined
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined
}

async function read<Value>(desk: Desk, path: string): Promise<Value> {
  const { status, text, json } = await desk.get(path)
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`)
  return json as Value
}

async function send(desk: Desk, path: string, body?: unknown): Promise<void> {
  const { status, text } = await desk.send(path, body)
  if (status !== 200) throw new Error(`POST ${path}: ${status} ${text}`)
}

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashPassword } from '../../../bot/http/index.ts'
import type { Agent } from '../../../domain/index.ts'
import { openStore } from '../../../store/index.ts'
import { PASSWORD, signIn } from '../../contract/channels/staff.ts'
import { startServer, temporaryFolder } from '../../support/running-server.ts'
import { type BusyAgent, busyAgent } from './busy-agent.ts'
import { type Customer, openCustomer } from './customer.ts'

export interface DeskFigures {
  conversations: number
  agents: number
  /** What the customers wrote to the agents. */
  messages: number
  /** From a customer's send to the frame on the socket of the agent's desk. */
  p50Ms: number
  p99Ms: number
  /** Messages that never came. */
  lost: number
  /** Messages that came more than once. */
  duplicated: number
}

export interface DeskLoad {
  agents: number
  conversationsEach: number
  /** Messages of each customer. */
  rounds: number
  /** Between two messages of one customer, on average. */
  pauseMs: number
  random(): number
  tell(line: string): void
}

/** After the last message: what has not come by then is lost. */
const PATIENCE_MS = 10_000

/** A server of its own with its database, and everybody who uses it: each customer and each agent on their own socket. */
export async function measureDesk(load: DeskLoad): Promise<DeskFigures> {
  const folder = temporaryFolder()
  const staff = await hireStaff(`${folder.path}/candor.db`, load)
  load.tell('Starting the server …')
  const server = await startServer({ dataDir: folder.path })
  const customers: Customer[] = []
  const agents: BusyAgent[] = []
  try {
    load.tell(`Signing ${load.agents} agents in …`)
    for (const agent of staff) agents.push(await busyAgent(server.url, await signIn(server, agent)))
    load.tell(`${load.agents * load.conversationsEach} customers ask for a person …`)
    for (let count = 0; count < load.agents * load.conversationsEach; count++) {
      customers.push(await openCustomer(server.url))
    }
    await Promise.all(agents.map((agent) => agent.acceptUntilFull(load.conversationsEach)))

    load.tell(`They chat, ${load.rounds} messages each …`)
    const heldUp = monitorEventLoopDelay({ resolution: 10 })
    heldUp.enable()
    await Promise.all(customers.map((customer) => chat(customer, load)))
    heldUp.disable()
    // A machine with other work to do shows here first.
    load.tell(`Meanwhile the load's own process was held up by ${Math.round(heldUp.percentile(99) / 1e6)} ms (p99).`)
    const sent = new Map(customers.flatMap(({ sentAt }) => [...sentAt]))
    const arrived = () => new Map(agents.flatMap(({ arrivedAt }) => [...arrivedAt]))
    for (let waited = 0; waited < PATIENCE_MS && [...sent.keys()].some((id) => !arrived().has(id)); waited += 100) {
      await sleep(100)
    }
    return figuresOf(sent, arrived(), load)
  } finally {
    await Promise.all([...customers, ...agents].map((person) => person.leave()))
    await server.stop()
    folder.remove()
  }
}

/** Spread out as people are: they neither begin nor write together. */
async function chat(customer: Customer, { rounds, pauseMs, random }: DeskLoad): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await sleep(2 * pauseMs * random())
    await customer.write(`And another thing about my order, the ${round + 1}th.`)
  }
}

function figuresOf(sent: Map<string, number>, arrived: Map<string, number[]>, load: DeskLoad): DeskFigures {
  const latencies = [...sent].flatMap(([text, sentAt]) => {
    const [first] = arrived.get(text) ?? []
    return first === undefined ? [] : [first - sentAt]
  })
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10
  return {
    conversations: load.agents * load.conversationsEach,
    agents: load.agents,
    messages: sent.size,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    lost: sent.size - latencies.length,
    duplicated: [...arrived.values()].filter(({ length }) => length > 1).length,
  }
}

/** Before the server starts: signing in is measured nowhere, and 50 passwords are hashed once. */
async function hireStaff(database: string, { agents, conversationsEach }: DeskLoad): Promise<Agent[]> {
  const store = await openStore(database)
  const password = await hashPassword(PASSWORD)
  const staff = Array.from({ length: agents }, (_, index): Agent => {
    const id = `agent-${index + 1}`
    return {
      id,
      email: `${id}@shop.example`,
      name: `Agent ${index + 1}`,
      role: 'agent',
      languages: [],
      queues: [],
      capacity: conversationsEach,
      createdAt: index,
    }
  })
  for (const agent of staff) await store.people.add(agent, password)
  await store.close()
  return staff
}

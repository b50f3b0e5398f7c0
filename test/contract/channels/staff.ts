import { hashPassword } from '../../../bot/http/index.ts'
import type { Agent, Role } from '../../../domain/index.ts'
import type { Company } from './company.ts'
import { type Answer, type Call, call } from './http-call.ts'

export const PASSWORD = 'correct horse battery'
let hashed: Promise<string> | undefined

export interface Desk {
  agent: Agent
  cookie: string
  csrf: string
  get(path: string): Promise<Answer>
  send(path: string, body?: unknown, options?: Call): Promise<Answer>
}

export async function hire(company: Company, name: string, role: Role): Promise<Agent> {
  hashed ??= hashPassword(PASSWORD)
  const agent: Agent = {
    id: name,
    email: `${name}@shop.example`,
    name,
    role,
    languages: ['en'],
    queues: [],
    capacity: 5,
    createdAt: 0,
  }
  await company.store.people.add(agent, await hashed)
  return agent
}

/** Somebody who works for the company, signed in with a password as a browser would. */
export async function signIn(company: Pick<Company, 'url'>, agent: Agent): Promise<Desk> {
  const answer = await call(company.url, '/api/session', {
    method: 'POST',
    body: { email: agent.email, password: PASSWORD },
  })
  return deskOf(company, agent, answer)
}

export function deskOf(company: Pick<Company, 'url'>, agent: Agent, answer: Answer): Desk {
  const cookie = cookieOf(answer)
  const csrf = String(answer.json.csrfToken)
  return {
    agent,
    cookie,
    csrf,
    get: (path) => call(company.url, path, { headers: { cookie } }),
    send: (path, body = {}, { method = 'POST', headers = {} } = {}) =>
      call(company.url, path, { method, body, headers: { cookie, 'x-candor-csrf': csrf, ...headers } }),
  }
}

export function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

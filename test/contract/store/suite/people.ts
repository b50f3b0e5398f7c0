import { describe, expect, test } from 'vitest'
import type { Agent } from '../../../../domain/index.ts'
import { START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const kim: Agent = {
  id: 'kim',
  email: 'Kim@Shop.test',
  name: 'Kim 金',
  role: 'agent',
  languages: ['en', 'zh'],
  queues: [],
  capacity: 5,
  createdAt: START,
}
const lee: Agent = { ...kim, id: 'lee', email: 'lee@shop.test', name: 'Lee', role: 'manager', createdAt: START + 1 }

export function peopleContract(emptyStore: EmptyStore): void {
  describe('people', () => {
    test('are found by id and by e-mail, whatever its case', async () => {
      const { people } = await emptyStore()
      await people.add(kim, 'scrypt$1')
      await people.add(lee)
      expect(await people.get('kim')).toStrictEqual(kim)
      expect(await people.byEmail('kIM@shop.TEST')).toStrictEqual({ agent: kim, passwordHash: 'scrypt$1' })
      expect(await people.byEmail('lee@shop.test')).toStrictEqual({ agent: lee })
      expect(await people.byEmail('nobody@shop.test')).toBeUndefined()
      expect(await people.get('nobody')).toBeUndefined()
      expect(await people.list()).toStrictEqual([kim, lee])
      await people.setPassword('lee', 'scrypt$2')
      expect(await people.byEmail('lee@shop.test')).toStrictEqual({ agent: lee, passwordHash: 'scrypt$2' })
      await people.setCapacity('kim', 9)
      expect(await people.get('kim')).toStrictEqual({ ...kim, capacity: 9 })
      await people.setSkills('kim', { languages: ['zh'], queues: ['returns', 'general'] })
      expect(await people.get('kim')).toMatchObject({ languages: ['zh'], queues: ['returns', 'general'], capacity: 9 })
    })

    test('are at the desk or not, as was said last', async () => {
      const { people } = await emptyStore()
      await people.add(kim)
      await people.add(lee)
      const there = { agentId: 'lee', available: true, until: START + 45, since: START }
      const onBreak = { agentId: 'kim', available: false, until: START + 50, since: START + 5 }
      expect(await people.presences()).toEqual([])
      await people.setPresence({ ...onBreak, available: true })
      await people.setPresence(there)
      await people.setPresence(onBreak)
      expect(await people.presences()).toStrictEqual([onBreak, there])
    })

    test('cannot share an e-mail, also when added at once', async () => {
      const { people } = await emptyStore()
      const added = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) =>
          people.add({ ...kim, id: `kim${index}`, email: index % 2 ? 'kim@shop.test' : 'KIM@shop.test' }),
        ),
      )
      expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const each of added) {
        if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'AGENT_EXISTS', status: 409 })
      }
      expect(await people.list()).toHaveLength(1)
    })

    test('are signed in while their session lasts', async () => {
      const { people } = await emptyStore()
      await people.add(kim)
      await people.createSession({ tokenHash: 'h1', agentId: 'kim', createdAt: START, expiresAt: START + 100 })
      expect(await people.sessionAgent('h1', START + 99)).toStrictEqual(kim)
      expect(await people.sessionAgent('h1', START + 100)).toBeUndefined()
      expect(await people.sessionAgent('h2', START)).toBeUndefined()
      await people.createSession({ tokenHash: 'h2', agentId: 'kim', createdAt: START + 50, expiresAt: START + 150 })
      await people.endSession('h1')
      expect(await people.sessionAgent('h1', START)).toBeUndefined()
      expect(await people.sessionAgent('h2', START + 50)).toStrictEqual(kim)
    })

    test('use a sign-in link once, before it expires', async () => {
      const { people } = await emptyStore()
      await people.add(kim)
      await people.createSignInLink({ tokenHash: 'l1', agentId: 'kim', expiresAt: START + 100 })
      await people.createSignInLink({ tokenHash: 'l2', agentId: 'kim', expiresAt: START + 100 })
      expect(await people.useSignInLink('l1', START)).toStrictEqual(kim)
      expect(await people.useSignInLink('l1', START)).toBeUndefined()
      expect(await people.useSignInLink('l2', START + 100)).toBeUndefined()
      expect(await people.useSignInLink('unknown', START)).toBeUndefined()
    })

    test('who use one link 20 times at once get in once', async () => {
      const { people } = await emptyStore()
      await people.add(kim)
      await people.createSignInLink({ tokenHash: 'l1', agentId: 'kim', expiresAt: START + 100 })
      const uses = await Promise.all(Array.from({ length: 20 }, () => people.useSignInLink('l1', START)))
      expect(uses.filter((agent) => agent !== undefined)).toEqual([kim])
    })
  })
}

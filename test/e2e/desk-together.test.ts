import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../store/index.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { type ChatCustomer, teamsCustomer, webCustomer } from '../support/chat-customer.ts'
import { type DeskAgent, deskAgent } from '../support/desk-agent.ts'
import { ledger } from '../support/ledger.ts'
import { people } from '../support/people.ts'
import { openTeams, type Playground, startPlayground } from '../support/playground.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { speakersOf } from '../support/speakers.ts'

/** For six browsers and two servers on a small machine, and for the way back of everybody after the restart. */

interface Customer extends ChatCustomer {
  conversationId: string
  /** As the desk calls them. */
  nameAtDesk: string
}

describe.skipIf(!hasBrowser)('everybody at the desk at once, through a killed server', () => {
  const folder = temporaryFolder()
  const said = ledger()
  const notes: string[] = []
  let server: RunningServer
  let browser: Browser
  let playground: Playground
  let ann: DeskAgent
  let bo: DeskAgent
  let mia: DeskAgent
  let emma: Customer
  let yu: Customer
  let alex: Customer
  let customers: Customer[]

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer({ dataDir: folder.path }), launchBrowser()])
    playground = await startPlayground(server.url)
    const visitors = people(browser, server, folder.path)
    const atDesk = async (name: string, role: string) => {
      const page = await visitors.signInAs(`${name}@example.com`, role)
      await page.getByRole('button', { name: /sign out/i }).waitFor()
      return deskAgent(name, page)
    }
    ann = await atDesk('ann', 'agent')
    bo = await atDesk('bo', 'agent')
    mia = await atDesk('mia', 'manager')
    const unknown = { conversationId: '', nameAtDesk: '' }
    emma = { ...(await webCustomer(visitors, 'en', 'Emma', 'invoice')), ...unknown }
    yu = { ...(await webCustomer(visitors, 'zh', '小雨', '退货')), ...unknown }
    alex = { ...teamsCustomer(await openTeams(browser, playground), 'Alex', 'repair'), ...unknown }
    customers = [emma, yu, alex]
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    await server?.stop()
    folder.remove()
  })

  const writeNext = (customer: Customer) => customer.write(said.next(customer.topic, customer.name))
  async function writeSome(customer: Customer, count: number): Promise<void> {
    for (let i = 0; i < count; i++) await writeNext(customer)
  }
  const replyNext = (agent: DeskAgent, customer: Customer) =>
    agent.reply(customer.nameAtDesk, said.next(customer.topic, agent.name))

  /** Who has whom, as the supervisor sees it. */
  async function servedBy(agent: DeskAgent): Promise<Customer[]> {
    const { others } = await mia.queue()
    return customers.filter(({ conversationId }) =>
      others.some((one) => one.conversationId === conversationId && one.agentName === agent.name),
    )
  }
  const agentOf = async (customer: Customer) => ((await servedBy(ann)).includes(customer) ? ann : bo)

  async function replyToAll(agent: DeskAgent, times: number): Promise<void> {
    const served = await servedBy(agent)
    for (let i = 0; i < times; i++) for (const customer of served) await replyNext(agent, customer)
  }

  it('brings all three customers to the desk, where the supervisor only watches', async () => {
    await mia.page.goto(`${server.url}/desk`)
    await alex.page
      .getByText(/this is the assistant/)
      .last()
      .waitFor()
    await Promise.all([
      emma.write('I want to talk to a person'),
      yu.write('我想转人工客服。'),
      alex.write('I want to talk to a person'),
    ])
    await expect.poll(async () => (await mia.queue()).waiting.length).toBe(3)
    const { waiting } = await mia.queue()
    for (const [customer, channel, language] of [
      [emma, 'web', 'en'],
      [yu, 'web', 'zh'],
      [alex, 'teams', 'en'],
    ] as const) {
      const found = waiting.find((one) => one.channel === channel && one.language === language)
      if (!found) throw new Error(`${customer.name} does not wait`)
      customer.conversationId = found.conversationId
      customer.nameAtDesk = found.customerName
    }
    await Promise.all(customers.map((customer) => writeSome(customer, 2)))
  })

  it('offers them to the two agents, who accept by the button they see', async () => {
    await Promise.all([ann.acceptUntilNobodyWaits(), bo.acceptUntilNobodyWaits()])
    const [anns, bos] = await Promise.all([servedBy(ann), servedBy(bo)])
    expect([...anns, ...bos].map(({ name }) => name).sort()).toEqual(customers.map(({ name }) => name).sort())
    expect(Math.abs(anns.length - bos.length)).toBe(1)
  })

  it('lets everybody talk at once', async () => {
    await Promise.all([...customers.map((customer) => writeSome(customer, 3)), replyToAll(ann, 2), replyToAll(bo, 2)])
  })

  it('keeps a note at the desk, and passes a customer on with a word while they go on writing', async () => {
    const from = await agentOf(emma)
    const to = from === ann ? bo : ann
    notes.push('Note: prefers short answers', 'Note: knows the invoice')
    await from.note(emma.nameAtDesk, 'Note: prefers short answers')
    await Promise.all([
      from.transfer(emma.nameAtDesk, to.name, 'Note: knows the invoice'),
      to.acceptOffered(emma.nameAtDesk),
      ...customers.map((customer) => writeSome(customer, 3)),
    ])
    expect(await agentOf(emma)).toBe(to)
    await to.page.locator('.note-line').getByText('Note: knows the invoice').waitFor()
    await replyNext(to, emma)
  })

  it('lets the supervisor join and write beside the agent', async () => {
    await mia.join(yu.nameAtDesk)
    await Promise.all([
      replyNext(mia, yu).then(() => replyNext(mia, yu)),
      replyToAll(ann, 1),
      replyToAll(bo, 1),
      writeSome(yu, 2),
    ])
  })

  it('loses nothing of what is written while the server is killed and away', async () => {
    const { port } = server
    const writer = await agentOf(emma)
    await writer.open(emma.nameAtDesk)
    const web = Promise.all([writeSome(emma, 6), writeSome(yu, 6)])
    await server.kill()
    await web
    await Promise.all([writeSome(emma, 2), writeSome(yu, 2)])
    const unsent = said.next(emma.topic, writer.name)
    const box = writer.page.getByRole('textbox', { name: /^Your reply to/ })
    const send = writer.page.getByRole('button', { name: 'Send', exact: true })
    await box.fill(unsent)
    await send.click()
    await expect.poll(() => send.isEnabled()).toBe(true)
    expect(await box.inputValue()).toBe(unsent)

    server = await startServer({ dataDir: folder.path, port })
    await send.click()
    await expect.poll(() => box.inputValue()).toBe('')
    for (const customer of [emma, yu]) {
      const last = said.writtenBy(customer.topic, customer.name).at(-1) ?? ''
      const agent = await agentOf(customer)
      await agent.open(customer.nameAtDesk)
      await agent.page.locator('.transcript').getByText(last, { exact: true }).waitFor()
    }
  })

  it('goes on for everybody where it was', async () => {
    await Promise.all([
      ...customers.map((customer) => writeSome(customer, 2)),
      replyToAll(ann, 1),
      replyToAll(bo, 1),
      replyNext(mia, yu),
    ])
  })

  it('has every message once and in order, in the store and on the other side', async () => {
    for (const customer of customers) {
      const written = said.written(customer.topic)
      const stored = async () =>
        (await mia.conversation(customer.conversationId)).messages
          .map(({ text }) => text)
          .filter((text) => written.has(text))
      await expect.poll(async () => (await stored()).length).toBe(written.size)
      const all = await stored()
      for (const writer of said.writers(customer.topic)) {
        const own = said.writtenBy(customer.topic, writer)
        expect(all.filter((text) => own.includes(text))).toEqual(own)
      }

      const agent = await agentOf(customer)
      await agent.open(customer.nameAtDesk)
      await expect.poll(() => agent.shown(written)).toEqual(all)

      const own = said.writtenBy(customer.topic, customer.name)
      const fromCompany = all.filter((text) => !own.includes(text))
      const seen = async () => (await customer.shown()).filter((text) => fromCompany.includes(text))
      await expect.poll(seen).toEqual(fromCompany)
    }
  })

  it('shows no note to any customer', async () => {
    for (const customer of customers) {
      for (const frame of customer.page.frames()) {
        const text = await frame.locator('body').innerText()
        for (const note of notes) expect(text).not.toContain(note)
      }
    }
  })

  it('resolves, and asks each customer how it was', async () => {
    const resolveAll = async (agent: DeskAgent) => {
      for (const customer of await servedBy(agent)) await agent.resolve(customer.nameAtDesk)
    }
    await Promise.all([resolveAll(ann), resolveAll(bo)])
    await emma.page.frameLocator('iframe').getByText('5 – very happy').waitFor()
    await yu.page.frameLocator('iframe').getByText('5 – 很满意').waitFor()
    await alex.page.getByText('How satisfied are you with the help you got?').last().waitFor()
  })

  it('had exactly one speaker at any time', async () => {
    const store = await openStore(join(folder.path, 'candor.db'))
    try {
      for (const { conversationId } of customers) {
        const events = await store.conversations.events(conversationId)
        const messages = await store.conversations.messages(conversationId, 0, 1_000)
        const speakers = speakersOf(events)
        expect(speakers.broken).toEqual([])
        const outOfTurn = messages.filter(({ from, authorId, at }) => {
          if (from === 'agent') return !speakers.at(at).some((one) => one === authorId)
          return from === 'bot' && !speakers.at(at).includes('bot')
        })
        expect(outOfTurn).toEqual([])
      }
    } finally {
      await store.close()
    }
  })
})

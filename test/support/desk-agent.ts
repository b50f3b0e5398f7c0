import type { Locator, Page } from 'playwright-core'
import type { DeskConversation, DeskQueue } from '../../bot/http/api.ts'

/** Somebody at the desk, who does everything by what they see. */
export interface DeskAgent {
  name: string
  page: Page
  /** Accepts whatever is offered to them until nobody waits any more. */
  acceptUntilNobodyWaits(): Promise<void>
  /** Accepts this customer as soon as they are offered. */
  acceptOffered(customer: string): Promise<void>
  open(customer: string): Promise<void>
  reply(customer: string, text: string): Promise<void>
  note(customer: string, text: string): Promise<void>
  transfer(customer: string, colleague: string, comment: string): Promise<void>
  join(customer: string): Promise<void>
  resolve(customer: string): Promise<void>
  /** What the transcript that lies open shows of these texts, from top to bottom. */
  shown(texts: ReadonlySet<string>): Promise<string[]>
  /** What the desk's own API tells them. */
  queue(): Promise<DeskQueue>
  conversation(id: string): Promise<DeskConversation>
}

export function deskAgent(name: string, page: Page): DeskAgent {
  const box = (customer: string) => page.getByRole('textbox', { name: `Your reply to ${customer}` })
  const button = (label: string) => page.getByRole('button', { name: label, exact: true })
  const offered = page.locator('[data-place="offered"]')
  const read = <Value>(path: string) =>
    page.evaluate(async (from) => (await fetch(from)).json() as Promise<Value>, `/api/desk/${path}`)

  async function accept(line: Locator): Promise<void> {
    const customer = (await line.locator('.escalation-name').textContent()) ?? ''
    await line.getByRole('button', { name: /^Accept/ }).click()
    await box(customer).waitFor()
    await offered.filter({ hasText: customer }).waitFor({ state: 'detached' })
  }

  return {
    name,
    page,
    async acceptUntilNobodyWaits() {
      const nobody = page.getByText('Nobody is waiting.')
      for (;;) {
        await offered.or(nobody).first().waitFor()
        if (await nobody.isVisible()) return
        await accept(offered.first())
      }
    },
    acceptOffered: (customer) => accept(offered.filter({ hasText: customer })),
    async open(customer) {
      const title = page.getByRole('heading', { name: customer, exact: true })
      if (await title.isVisible()) return
      await page.locator('.escalation-open', { hasText: customer }).click()
      await title.waitFor()
    },
    async reply(customer, text) {
      await this.open(customer)
      await box(customer).fill(text)
      await button('Send').click()
      await page.locator('.transcript').getByText(text, { exact: true }).waitFor()
    },
    async note(customer, text) {
      await this.open(customer)
      await button('Internal note').click()
      await page.getByRole('textbox', { name: /^Internal note for colleagues/ }).fill(text)
      await button('Save note').click()
      await page.locator('.note-line').getByText(text).waitFor()
    },
    async transfer(customer, colleague, comment) {
      await this.open(customer)
      await button('Transfer …').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: new RegExp(`^${colleague} `) }).check()
      await dialog.getByLabel('A word for whoever takes it').fill(comment)
      await dialog.getByRole('button', { name: 'Transfer' }).click()
      await page.getByText(`The conversation was transferred to ${colleague}.`).waitFor()
    },
    async join(customer) {
      await this.open(customer)
      await button('Join').click()
      await box(customer).waitFor()
    },
    async resolve(customer) {
      await this.open(customer)
      await button('Resolve …').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
      await page.getByText('This conversation is closed.').waitFor()
    },
    async shown(texts) {
      const all = await page.locator('.transcript .message-text').allTextContents()
      return all.filter((text) => texts.has(text))
    },
    queue: () => read<DeskQueue>('queue'),
    conversation: (id) => read<DeskConversation>(`conversations/${encodeURIComponent(id)}`),
  }
}

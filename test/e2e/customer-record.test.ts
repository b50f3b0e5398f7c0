import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerEntries } from '../../bot/trust/ledger-entry.ts'
import { type CompanyPromise, DAY_MS, HOUR_MS, type TrustEvent } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { type BrowserState, clippedTexts, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { policy } from '../support/minds.ts'
import { runningSite } from '../support/site.ts'

describe.skipIf(!hasBrowser)('the record of a customer', () => {
  const site = runningSite()
  let staff: BrowserState
  let visitor: BrowserState
  let customerId: string

  beforeAll(async () => {
    staff = await site.people.sessionOf('mia@example.com', 'manager')
    const { page: chat } = await site.open('/chat')
    await chat.getByLabel('Your message').fill('How long does a refund take?')
    await chat.getByLabel('Your message').press('Enter')
    await chat
      .getByText(/^(Quite|Fairly|Not very) sure/)
      .first()
      .waitFor()
    await chat.getByRole('link', { name: /What we note/ }).waitFor()
    visitor = await chat.context().storageState()
    await chat.context().close()
    customerId = await liveThreeMonths()
  })

  /** Three months of the visitor: ratings, one of them changed, and promises of each kind. */
  async function liveThreeMonths(): Promise<string> {
    const store = await openStore(join(site.dataDir, 'candor.db'))
    const now = Date.now()
    const identity = visitor.origins[0]?.localStorage.find(({ name }) => name === 'candor.chat.identity')
    const { conversationId } = JSON.parse(identity?.value ?? '{}') as { conversationId: string }
    const conversation = await store.conversations.get(conversationId)
    if (!conversation) throw new Error('the chat was not stored')
    const about = { customerId: conversation.customerId, conversationId }
    const subject = { channel: 'web', need: 'refund-time' } as const
    let ids = 0
    const newId = () => `seeded-${++ids}`
    const happened = [
      [90, { cause: 'survey-rating', share: 0.75 }],
      [60, { cause: 'promise-broken' }],
      [59, { cause: 'survey-rating', share: 0 }],
      [30, { cause: 'promise-kept' }],
      [2, { cause: 'survey-rating', share: 0.25 }],
      [1, { cause: 'survey-rating', share: 1, replaces: 'seeded-5' }],
    ] as const
    const rows: TrustEvent[] = []
    for (const [daysAgo, what] of happened) {
      const at = now - daysAgo * DAY_MS
      rows.push(...ledgerEntries(rows, [what], { ...about, at, newId, subject }, policy.trust))
    }
    const made = { ...about, kind: 'deed', madeBy: { kind: 'bot' }, toldBy: 'staff' } as const
    const promises: CompanyPromise[] = [
      {
        ...made,
        id: 'p1',
        what: 'We send you a new invoice',
        madeAt: now - 61 * DAY_MS,
        dueAt: now - 60 * DAY_MS,
        brokenAt: now - 60 * DAY_MS,
        endedAt: now - 59 * DAY_MS,
      },
      {
        ...made,
        id: 'p2',
        kind: 'answer',
        madeAt: now - 30 * DAY_MS,
        dueAt: now - 29 * DAY_MS,
        keptAt: now - 30 * DAY_MS,
      },
      { ...made, id: 'p3', what: 'We call you back', madeAt: now - HOUR_MS, dueAt: now + DAY_MS },
    ]
    const result = await store.conversations.commit({
      conversation,
      messages: [],
      events: [],
      trustEvents: rows,
      promises,
      outbox: [],
    })
    expect(result.kind).toBe('committed')
    await store.close()
    return conversation.customerId
  }

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open(path, options)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    for (const [name, path, storageState, shown] of [
      ['customer', `/customer?id=${customerId}`, staff, '[data-testid="score"]'],
      ['trust-groups', '/trust#groups', staff, '[data-testid="by-need"] table'],
      ['my-record', '/my-record', visitor, '[data-testid="in-words"]'],
      ['chat-foot', '/chat', visitor, '.chat-foot a'],
    ] as const) {
      const { page, complaints } = await site.open(path, { ...lookingAs(look), storageState })
      await page.locator(shown).first().waitFor()
      await takePicture(page, pictureName(name, look), { fullPage: true })
      await expectReadable(page, name)
      if (name === 'my-record') expect(await clippedTexts(page)).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('tells a manager who comes from the dashboard what moved the score, and what was taken back', async () => {
    const page = await open('/dashboard', { storageState: staff })
    await page.getByRole('link', { name: customerId }).click()
    await page.getByTestId('score').waitFor()
    const rows = page.getByRole('region', { name: 'Table: What moved it' }).locator('tbody tr')
    const said = await rows.allTextContents()
    expect(said).toHaveLength(6)
    expect(said[0]).toMatch(/Rated us 5 of 5.*changed answer.*How long refunds take · the bot/)
    expect(said[1]).toMatch(/Rated us 2 of 5.*answer was changed: counts no more/)
    expect(await rows.nth(1).locator('del').count()).toBe(1)
    const promises = await page.getByRole('region', { name: 'Table: Promises' }).locator('tbody tr').allTextContents()
    expect(promises[0]).toMatch(/We call you back.*Not due yet/)
    expect(promises.join()).toMatch(/We send you a new invoice.*Broken/)
    await page.context().close()
  })

  it('is part of what is told of a need, and of the bot’s answer to it', async () => {
    const page = await open('/trust#groups', { storageState: staff })
    await page.getByRole('button', { name: '90 days' }).click()
    for (const group of ['by-need', 'by-answer']) {
      const row = page.getByTestId(group).locator('tbody tr')
      await expect.poll(() => row.textContent()).toMatch(/How long refunds take\d+\s?%one customer: too few to tell\d1/)
    }
    await page.context().close()
  })

  it('is shown to the customer in their chat, who says by keyboard that they do not want to be asked', async () => {
    const page = await open('/chat', { storageState: visitor })
    await page.getByRole('link', { name: /What we note/ }).click()
    await page.getByText('In figures:').waitFor()
    const noted = await page.getByRole('region', { name: 'What we noted' }).textContent()
    expect(noted).toMatch(/Rated us 5 of 5/)
    expect(await page.content()).not.toContain(customerId)
    await page.getByRole('button', { name: 'Do not ask me' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('We do not ask you how it went.').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'You may ask me again' }).click()
    await page.getByText('We sometimes ask you how it went.').waitFor()
    await page.getByRole('link', { name: 'Back to the chat' }).click()
    await page.getByText('How long does a refund take?').first().waitFor()
    await page.context().close()
  })

  it('is empty in a browser from which nobody has written', async () => {
    const page = await open('/my-record')
    await page.getByText('Nobody has written to us from this browser yet').waitFor()
    await page.context().close()
  })
})

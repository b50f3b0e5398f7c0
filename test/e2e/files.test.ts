import { createRequire } from 'node:module'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '../contract/channels/channel-under-test.ts'
import { openFileHost } from '../contract/channels/file-host.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { acceptOffered, type People, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { HTML, PDF, PNG } from '../support/sample-files.ts'

const png = { name: '收据.png', mimeType: 'image/png', buffer: Buffer.from(PNG) }
const pdf = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) }

describe.skipIf(!hasBrowser)('files, in a real browser', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let visitors: People
  let customer: Page
  let chat: FrameLocator
  let agent: Page

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    visitors = people(browser, server, folder.path)
    customer = await visitors.openChat('en-US', 'Chat with us')
    chat = customer.frameLocator('iframe')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  const drawn = (place: FrameLocator | Page, name: string) =>
    expect
      .poll(() =>
        place
          .getByRole('img', { name })
          .last()
          .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)
          .catch(() => false),
      )
      .toBe(true)

  it('takes a picture from the customer, shows it, and says what the bot can do with it', async () => {
    await chat.locator('input[type=file]').setInputFiles(png)
    await drawn(chat, '收据.png')
    await chat.getByText(/I have received your file, but I cannot read files/).waitFor()
    await chat.getByRole('button', { name: 'Talk to a person' }).first().waitFor()
  })

  it('offers the choice of files to the keyboard, large enough for a finger', async () => {
    const button = chat.getByRole('button', { name: 'Attach a picture or PDF' })
    const { width, height } = (await button.boundingBox()) ?? { width: 0, height: 0 }
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    await button.focus()
    const choosing = customer.waitForEvent('filechooser')
    // The browser is told that somebody waits before the key is pressed; else its own dialog opens, which nobody sees.
    await customer.evaluate(() => undefined)
    await customer.keyboard.press('Enter')
    expect((await choosing).isMultiple()).toBe(true)
  })

  it.each([
    ['of another kind', { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }, /Only pictures/],
    ['that is not what it says', { ...png, name: 'fake.png', buffer: Buffer.from(HTML) }, /Only pictures/],
  ])('says why a file %s is not sent', async (_what, file, words) => {
    await chat.locator('input[type=file]').setInputFiles(file)
    const line = chat.locator('[data-delivery="failed"]').filter({ hasText: file.name })
    await line.getByText(words).waitFor()
    expect(await line.getByRole('button', { name: 'Send again' }).count()).toBe(0)
    await line.getByRole('button', { name: 'Discard' }).click()
    await line.waitFor({ state: 'detached' })
  })

  /** As a browser tells a page of a file; made there, since a large one takes long to get there. */
  const give = (how: 'drop' | 'paste', name: string, bytes: { head: number[]; size: number }) =>
    chat.locator('form.composer').evaluate(
      (form, { how, name, head, size }) => {
        const content = new Uint8Array(size)
        content.set(head)
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], name, { type: 'image/png' }))
        const options = { bubbles: true, cancelable: true }
        form.dispatchEvent(
          how === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
        )
      },
      { how, name, ...bytes },
    )

  it('takes what is dropped and what is pasted', async () => {
    for (const [how, name] of [
      ['drop', 'dropped.png'],
      ['paste', 'pasted.png'],
    ] as const) {
      await give(how, name, { head: [...PNG], size: PNG.length })
      await drawn(chat, name)
    }
  })

  it('says at once that a file is too large', async () => {
    await give('drop', 'big.png', { head: [...PNG], size: 8 * 1024 ** 2 + 1 })
    const line = chat.locator('[data-delivery="failed"]').filter({ hasText: 'big.png' })
    await line.getByText(/larger than 8 MB/).waitFor()
    expect(await line.getByRole('button', { name: 'Send again' }).count()).toBe(0)
    await line.getByRole('button', { name: 'Discard' }).click()
  })

  it('brings it to the agent, and a document from the agent to the customer', async () => {
    await write(chat, 'Your message', 'I would like to talk to a person, please.')
    agent = await visitors.signInAs('ann@example.com', 'agent')
    await acceptOffered(agent)
    await drawn(agent, '收据.png')
    await agent.locator('.reply input[type=file]').setInputFiles([pdf, { ...png, name: 'label.png' }])
    await drawn(agent, 'label.png')
    await drawn(chat, 'label.png')
    const link = chat.getByRole('link', { name: /invoice\.pdf\s+1 kB/ })
    const [download] = await Promise.all([customer.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('invoice.pdf')
  })

  it('tells the agent why a file was not sent', async () => {
    await agent
      .locator('.reply input[type=file]')
      .setInputFiles({ ...png, name: 'fake.png', buffer: Buffer.from(HTML) })
    await agent
      .locator('.pending-files')
      .getByText(/Only pictures/)
      .waitFor()
    await agent.locator('.pending-files').getByRole('button', { name: 'Discard' }).click()
    expect(await agent.locator('.pending-files').count()).toBe(0)
  })

  it('tells the agent when there is no connection, and sends it once that is back', async () => {
    await agent.context().setOffline(true)
    await agent.locator('.reply input[type=file]').setInputFiles({ ...png, name: 'later.png' })
    await agent
      .locator('.pending-files')
      .getByText(/does not answer/)
      .waitFor()
    await agent.context().setOffline(false)
    await agent.locator('.pending-files').getByRole('button', { name: 'Try again' }).click()
    await drawn(chat, 'later.png')
  })

  it('has nothing that axe finds', async () => {
    const frame = customer.frames().find((each) => each.url().includes('/chat'))
    expect(frame && (await accessibilityProblems(frame))).toEqual([])
    expect(await accessibilityProblems(agent)).toEqual([])
  })

  it('keeps a file while the line is down and sends it after; a reload in between is told, in Chinese too', async () => {
    const page = await visitors.openChat('zh-CN', '在线客服')
    const frame = page.frameLocator('iframe')
    await frame.locator('input[type=file]').setInputFiles(png)
    await drawn(frame, '收据.png')
    const attach = (name: string) => frame.locator('input[type=file]').setInputFiles({ ...png, name })
    const onItsWay = (name: string) => frame.locator('[data-delivery="sending"]').getByText(name).waitFor()
    await server.stop()
    await frame.getByText(/网络已断开/).waitFor()
    await attach('later.png')
    await onItsWay('later.png')
    server = await startServer({ dataDir: folder.path, port: server.port })
    await drawn(frame, 'later.png')

    await page.route('**/v3/directline/tokens/generate', (route) => route.abort())
    await attach('lost.png')
    await onItsWay('lost.png')
    await page.unrouteAll()
    await page.reload()
    await page.getByRole('button', { name: '在线客服' }).click()
    const told = frame.locator('[data-delivery="failed"]').filter({ hasText: 'lost.png' })
    await told.getByText('页面关闭时文件尚未发送').waitFor()
    expect(await told.getByRole('button', { name: '重新发送' }).count()).toBe(0)
    await drawn(frame, '收据.png')
  })

  it('understands the official client, which uploads from another site', async () => {
    const { token } = await newToken(server.url)
    const otherSite = await openFileHost((_path, response) => response.end('another site'))
    const page = await (await browser.newContext()).newPage()
    await page.goto(otherSite.url)
    await page.addScriptTag({
      path: createRequire(import.meta.url).resolve('botframework-directlinejs/dist/directline.js'),
    })
    const sent = await page.evaluate(
      ({ domain, token, png, pdf }) =>
        new Promise<unknown>((resolve, reject) => {
          const { DirectLine } = (window as unknown as { DirectLine: typeof import('botframework-directlinejs') })
            .DirectLine
          const client = new DirectLine({ domain, token, webSocket: false, pollingInterval: 200 })
          const seen: unknown[] = []
          client.activity$.subscribe((activity) => {
            if (activity.type !== 'message') return
            seen.push({ role: activity.from.role, text: activity.text, attachments: activity.attachments })
            if (seen.length === 4) resolve(seen)
          })
          client
            .postActivity({
              type: 'message',
              from: { id: 'me' },
              text: 'How can I get an invoice?',
              attachments: [
                { contentType: 'image/png', contentUrl: png, name: 'photo.png' },
                { contentType: 'application/pdf', contentUrl: pdf, name: 'old.pdf' },
              ],
            })
            .subscribe({ error: reject })
        }),
      {
        domain: `${server.url}/v3/directline`,
        token,
        png: `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`,
        pdf: `data:application/pdf;base64,${Buffer.from(PDF).toString('base64')}`,
      },
    )
    await otherSite.stop()
    const url = expect.stringContaining(`${server.url}/files/`)
    expect(sent).toMatchObject([
      { role: 'user', text: 'How can I get an invoice?' },
      { role: 'user', attachments: [{ contentType: 'image/png', contentUrl: url, name: 'photo.png' }] },
      { role: 'user', attachments: [{ contentType: 'application/pdf', contentUrl: url, name: 'old.pdf' }] },
      { role: 'bot' },
    ])
  })
})

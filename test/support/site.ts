import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser, newContext } from './browser.ts'
import { type People, people } from './people.ts'
import { type RunningServer, type ServerOptions, startServer, temporaryFolder } from './running-server.ts'

/** That nobody is signed in yet, or that a line is down, pages are told by a status, which the browser notes too. */
const TOLD_BY_STATUS = /Failed to load resource|WebSocket|ERR_/

/** A running shop and a browser that visits it. */
export interface Site {
  readonly dataDir: string
  readonly server: RunningServer
  readonly browser: Browser
  readonly people: People
  /** A browser of its own on this page, with what the page complained about so far. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }>
}

/**
 * A shop for the tests of the `describe` that asks for it: it runs from before the first to after the last of them.
 *
 * @param before What happened in the shop until the server starts.
 * @param settings How the server is started, once that has happened.
 */
export function runningSite(
  before: (dataDir: string) => Promise<void> = async () => {},
  settings: (dataDir: string) => Omit<ServerOptions, 'dataDir'> = () => ({}),
): Site {
  const folder = temporaryFolder()
  let server: RunningServer | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    await before(folder.path)
    server = await startServer({ ...settings(folder.path), dataDir: folder.path })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  const running = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the shop opens before the first test, not earlier')
    return part
  }
  return {
    dataDir: folder.path,
    get server() {
      return running(server)
    },
    get browser() {
      return running(browser)
    },
    get people() {
      return people(running(browser), running(server), folder.path)
    },
    async open(path, options = {}) {
      const context = await newContext(running(browser), options)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !TOLD_BY_STATUS.test(message.text())) complaints.push(message.text())
      })
      await page.goto(`${running(server).url}${path}`)
      return { page, complaints }
    },
  }
}

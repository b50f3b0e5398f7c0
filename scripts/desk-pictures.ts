/**
 * `node scripts/desk-pictures.ts [folder]`: takes the pictures of the desk that the guide shows, into docs/images.
 * Needs a Chromium, as the browser tests do.
 */
import { join } from 'node:path'
import { launchBrowser } from '../test/support/browser.ts'
import { type DeskLook, type DeskView, openDesk, showOnDesk } from '../test/support/desk-looks.ts'
import { startServer, temporaryFolder } from '../test/support/running-server.ts'

/** A little smaller than life: pictures of much text are heavy. */
const EN = { locale: 'en-US', colorScheme: 'light', width: 1280, scale: 0.66 } as const
const ZH = { ...EN, locale: 'zh-CN' } as const

const PICTURES: [name: string, look: DeskLook, view: DeskView][] = [
  ['empty', { ...EN, waiting: 0 }, 'lists'],
  ['offered', { ...EN, waiting: 1, colorScheme: 'dark' }, 'offered'],
  ['answering', { ...EN, waiting: 200 }, 'mine'],
  ['answering-zh', { ...ZH, waiting: 200 }, 'mine-chinese'],
  ['note', { ...EN, waiting: 200 }, 'note'],
  ['transfer', { ...EN, waiting: 200 }, 'transfer'],
  ['phone', { ...EN, waiting: 200, width: 390, scale: 1 }, 'lists'],
  ['phone-zh', { ...ZH, waiting: 200, width: 390, scale: 1, colorScheme: 'dark' }, 'mine-chinese'],
]

const [target = join(import.meta.dirname, '../docs/images')] = process.argv.slice(2)
const folder = temporaryFolder()
const server = await startServer({ dataDir: folder.path })
const browser = await launchBrowser()
for (const [name, look, view] of PICTURES) {
  const page = await openDesk(browser, server.url, look)
  await showOnDesk(page, view)
  await page.screenshot({ path: join(target, `desk-${name}.png`), animations: 'disabled', caret: 'hide' })
  await page.context().close()
}
await browser.close()
await server.stop()
folder.remove()

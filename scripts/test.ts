/**
 * `npm test [filters]`: builds the pages, runs every test, and ends with one line of figures from the report.
 * Browser tests run where a Chromium is found; CANDOR_BROWSER=required makes its absence a failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePages } from '../bot/pages/ensure-pages.ts'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../test/support/chromium.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

const chromium = findChromium()
if (!chromium) {
  console.error(
    `\n${'='.repeat(80)}\nNO BROWSER FOUND: the browser tests are SKIPPED.\n${HOW_TO_GET_CHROMIUM}\n${'='.repeat(80)}\n`,
  )
  if (process.env.CANDOR_BROWSER === 'required') process.exit(1)
}
await ensurePages((line) => console.error(line))

const folder = mkdtempSync(join(tmpdir(), 'candor-test-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
if (!existsSync(report)) {
  console.error('The tests ended before they could be counted; the messages above say why.')
  process.exit(status || 1)
}
const figures = JSON.parse(readFileSync(report, 'utf8')) as Report
rmSync(folder, { recursive: true })
if (!chromium) console.error(`The browser tests were skipped. ${HOW_TO_GET_CHROMIUM}`)
const skipped = figures.numPendingTests + figures.numTodoTests
console.log(`${figures.numPassedTests} passed, ${figures.numFailedTests} failed, ${skipped} skipped`)
process.exit(status ?? 1)

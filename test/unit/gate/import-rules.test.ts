import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

/** Where a canary sits, and what it must not be able to import from there. */
const FORBIDDEN: [place: string, imported: string][] = [
  ['domain', '../nlp/index.ts'],
  ['domain', 'node:fs'],
  ['nlp', '../store/index.ts'],
  ['nlp', '../domain/language.ts'],
  ['nlp', 'natural'],
  ['nlp', 'node:fs'],
  ['store', '../nlp/index.ts'],
  ['store', 'botbuilder'],
  ['analytics', '../store/index.ts'],
  ['analytics', 'node:fs'],
  ['bot/turn', 'botbuilder'],
  ['bot/turn', 'restify'],
  ['bot/turn', 'kysely'],
  ['bot/turn', 'natural/lib/natural/stemmers/index.js'],
  ['bot/turn', '../../nlp/gap/belief.ts'],
  ['bot/turn', '../../test/support/minds.ts'],
  ['bot/channels', 'restify'],
  ['bot/http', 'botbuilder'],
  ['web/shared', '../../domain/index.ts'],
  ['web/shared', '../../bot/turn/mind.ts'],
]

const ALLOWED: [place: string, imported: string][] = [
  ['nlp', '../domain/index.ts'],
  ['nlp', 'natural/lib/natural/stemmers/index.js'],
  ['bot/turn', '../../nlp/index.ts'],
  ['bot/http', 'restify'],
  ['bot/channels', 'botbuilder'],
  ['store', 'kysely'],
  ['web/shared', '../../bot/http/api.ts'],
]

const canaries = new Map<string, string>()
let found = ''

beforeAll(() => {
  for (const [place, imported] of [...FORBIDDEN, ...ALLOWED]) {
    const file = join(place, `canary-${process.pid}-${canaries.size}.ts`)
    mkdirSync(dirname(join(ROOT, file)), { recursive: true })
    writeFileSync(join(ROOT, file), `import * as caught from '${imported}'\n\nexport const canary = caught\n`)
    canaries.set(`${place} ${imported}`, file)
  }
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=1000', ...canaries.values()]
  const { stdout, stderr } = spawnSync(process.execPath, [BIOME, ...options], { cwd: ROOT, encoding: 'utf8' })
  found = stdout + stderr
})

afterAll(() => {
  for (const file of canaries.values()) rmSync(join(ROOT, file), { force: true })
})

function isCaught(place: string, imported: string): boolean {
  const file = canaries.get(`${place} ${imported}`) ?? ''
  return found.split('\n').some((line) => line.startsWith(`${file}:`) && line.includes('noRestrictedImports'))
}

describe('the import rules still bite', () => {
  it.each(FORBIDDEN)('%s must not import %s', (place, imported) => {
    expect(isCaught(place, imported)).toBe(true)
  })

  it.each(ALLOWED)('%s may import %s', (place, imported) => {
    expect(isCaught(place, imported)).toBe(false)
  })
})

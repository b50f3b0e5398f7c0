import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { surveyLinks } from '../../../../bot/survey/index.ts'
import { systemClock } from '../../../../domain/index.ts'
import { openStore } from '../../../../store/index.ts'
import { change, committed, conversation, survey } from '../../../contract/store/sample.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const CLI = join(import.meta.dirname, '../../../../bot/cli.ts')
const folder = temporaryFolder()
afterAll(() => folder.remove())

function link(id: string) {
  const env = { ...process.env, CANDOR_DATABASE: '', CANDOR_PUBLIC_URL: 'https://bot.example/' }
  const args = [CLI, 'survey', 'link', id, '--data', folder.path, '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  return { status, stderr, said: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') }
}

it('candor survey link prints where a survey can be answered, with the key of this installation', async () => {
  const store = await openStore(join(folder.path, 'candor.db'))
  const asked = survey('s1', { sentAt: Date.now(), expiresAt: Date.now() + 1_000_000 })
  await committed(store, change(conversation(), { survey: asked }))
  const { said } = link('s1')
  expect(said).toMatchObject({ expiresAt: asked.expiresAt })
  const [address, token = ''] = said.url.split('#')
  expect(address).toBe('https://bot.example/survey')
  const key = (await store.settings.get('signing-key')) ?? ''
  expect(await surveyLinks(key, systemClock).open(token)).toBe('s1')
  await store.close()

  const missing = link('nobody')
  expect([missing.status, missing.said.error.code]).toEqual([1, 'SURVEY_UNKNOWN'])
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRatedConversations } from '../../../../bot/commands/rated-conversations.ts'
import { reliabilitySvg } from '../../../../bot/commands/reliability-svg.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-rated-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string) {
  const file = join(folder, 'rated.jsonl')
  await writeFile(file, content)
  return readRatedConversations(file)
}

const line = (turn: object) => JSON.stringify({ id: 'a', language: 'en', turns: [turn] })

describe('a file of rated conversations', () => {
  it('takes a missing rating as missing and leaves labels of intents aside', async () => {
    const [first, second] = await read(
      `${line({ from: 'customer', text: 'Hi', satisfaction: 0.25, intent: 'greet' })}\n\n${line({ from: 'business', text: 'Hello' })}\n`,
    )
    expect(first?.turns).toEqual([{ from: 'customer', text: 'Hi', satisfaction: 0.25 }])
    expect(second?.turns).toEqual([{ from: 'business', text: 'Hello', satisfaction: null }])
  })

  it.each([
    ['{', /line 1: it is not JSON/],
    [`${line({ from: 'customer', text: 'Hi' })}\n{"id":"b"}`, /line 2: language/],
    [line({ from: 'customer', text: 'Hi', satisfaction: 4 }), /line 1: turns\.0\.satisfaction/],
    [line({ from: 'robot', text: 'Hi' }), /line 1: turns\.0\.from/],
    ['\n', /there is no conversation in it/],
  ])('says which line is wrong, and what (%#)', async (content, said) => {
    await expect(read(content)).rejects.toThrow(said)
  })

  it('says so when there is no such file', async () => {
    await expect(readRatedConversations(join(folder, 'nowhere.jsonl'))).rejects.toThrow(/FILE_UNREADABLE/)
  })
})

describe('a reliability diagram', () => {
  it('puts a point for every group, and titles as text', () => {
    const svg = reliabilitySvg('a < b & c', [
      { said: 0.1, happened: 0.2, n: 10 },
      { said: 0.8, happened: 0.7, n: 10 },
    ])
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('a &lt; b &amp; c')
  })
})

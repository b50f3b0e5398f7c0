import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPolicy, parsePolicy } from '../../../../bot/policy/index.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const DEFAULT = readFileSync(new URL('../../../../bot/policy/default-policy.yaml', import.meta.url), 'utf8')

describe('the policy file', () => {
  it('ships with a default that is valid', () => {
    expect(parsePolicy(DEFAULT, 'default').decide.answerAbove).toBeGreaterThan(0)
  })

  it.each([
    ['an unknown key', DEFAULT.replace('answerAbove', 'anwserAbove'), 'anwserAbove'],
    [
      'the misspelt key before the one that is missing',
      DEFAULT.replace('answerAbove', 'anwserAbove'),
      'decide: unknown key "anwserAbove"; decide.answerAbove: is missing.',
    ],
    ['that nothing stands in it', '', 'the file is empty'],
    ['a share above 1', DEFAULT.replace('answerAbove: 0.75', 'answerAbove: 75'), 'decide.answerAbove'],
    ['a missing weight', DEFAULT.replace('    promise-kept: 1\n', ''), 'promise-kept'],
    [
      'stakes of a segment that there is not',
      DEFAULT.replace('bySegment: {}', 'bySegment: { vip: { handoff: 0 } }'),
      'there is no segment "vip"',
    ],
    [
      'a stake that there is not',
      DEFAULT.replace('byNeed: {}', 'byNeed: { refund: { wrongAnwser: 1 } }'),
      'wrongAnwser',
    ],
    ['broken YAML', 'decide: [', 'policy.yaml'],
  ])('is refused with %s, naming it', (_, text, named) => {
    expect(() => parsePolicy(text, 'policy.yaml')).toThrow(named)
  })

  it('takes from the default whole sections that it leaves out, but no part of one', () => {
    const own = parsePolicy('conversation: { idleMinutes: 5 }', 'policy.yaml')
    expect(own).toEqual({ ...parsePolicy(DEFAULT, 'default'), conversation: { idleMinutes: 5 } })
    expect(() => parsePolicy('decide: { answerAbove: 0.9 }', 'policy.yaml')).toThrow(
      'decide.smalltalkAbove: is missing',
    )
  })

  it('that is there and cannot be read is not passed over for the default', async () => {
    const { path, remove } = temporaryFolder()
    mkdirSync(join(path, 'policy.yaml'))
    await expect(loadPolicy(path)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    remove()
  })
})

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
    ['a weight that there is not', DEFAULT.replace('promise-kept', 'promise-kpet'), 'promise-kpet'],
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
    [
      'an index of transparency that nothing counts in',
      DEFAULT.replace(
        /indexWeights: .*/,
        'indexWeights: { source: 0, confidence: 0, person: 0, published: 0, kept: 0 }',
      ),
      'trustDynamics.indexWeights: needs a weight above 0',
    ],
    ['broken YAML', 'decide: [', 'policy.yaml'],
  ])('is refused with %s, naming it', (_, text, named) => {
    expect(() => parsePolicy(text, 'policy.yaml')).toThrow(named)
  })

  it('that was written before a weight was known has the standard one', () => {
    const older = parsePolicy(
      DEFAULT.replace(/survey-effort: \d+/, '').replace(/promise-kept: 1/, 'promise-kept: 3'),
      '',
    )
    expect(older.trust.weights).toMatchObject({ 'survey-effort': 1, 'promise-kept': 3 })
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

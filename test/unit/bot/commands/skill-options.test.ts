import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, it } from 'vitest'
import { checkQueues, languagesOption, queuesOption } from '../../../../bot/commands/skill-options.ts'
import { CandorError } from '../../../../domain/index.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

function given(...args: string[]): Record<string, unknown> {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  return command.addOption(languagesOption()).addOption(queuesOption()).parse(args, { from: 'user' }).opts()
}

describe('whom an agent serves, on the command line', () => {
  it('is a list of names, each once, or all', () => {
    expect(given('--languages', 'en, zh,en', '--queues', 'returns')).toEqual({
      languages: ['en', 'zh'],
      queues: ['returns'],
    })
    expect(given('--languages', 'all', '--queues', 'all')).toEqual({ languages: [], queues: [] })
    expect(given()).toEqual({})
  })

  it.each([
    ['a language that nobody speaks here', ['--languages', 'en,fr'], /Give en, zh or all/],
    ['a name that is none', ['--queues', 'Returns & more'], /names with commas/],
    ['nothing', ['--queues', ''], /names with commas/],
    ['all beside others', ['--queues', 'all,returns'], /names with commas/],
  ])('is not %s', (_what, args, problem) => {
    expect(() => given(...args)).toThrow(problem)
  })

  it('names queues of the pack, where one is given', async () => {
    const queue = (name: string) => `  - { name: ${name}, title: { en: ${name}, zh: ${name} }, needs: [] }`
    writeFileSync(join(folder.path, 'policy.yaml'), ['queues:', queue('general'), queue('returns')].join('\n'))
    await checkQueues(['returns', 'general'], folder.path)
    const refused = checkQueues(['returns', 'refunds'], folder.path)
    await expect(refused).rejects.toThrow(CandorError)
    await expect(refused).rejects.toThrow(/no queue "refunds".*general, returns/)
  })
})

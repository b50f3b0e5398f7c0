import { InvalidArgumentError, Option } from 'commander'
import { CandorError, LANGUAGES, type Language } from '../../domain/index.ts'
import { loadPolicy } from '../policy/index.ts'

const ALL = 'all'

/** `--languages en,zh`: a list, empty for every language. */
export function languagesOption(): Option {
  return new Option(
    '--languages <list>',
    `languages they serve customers in: ${LANGUAGES.join(',')}, or ${ALL}`,
  ).argParser((text) => namesIn(text).map(languageOf))
}

/** `--queues returns,sales`: a list, empty for every queue. */
export function queuesOption(): Option {
  return new Option('--queues <list>', `queues they serve, by their names in the policy, or ${ALL}`).argParser(namesIn)
}

/** `--pack` for checking names only: the people are the same whatever is served. */
export function checkingPackOption(): Option {
  return new Option('--pack <dir>', 'check the names of queues against the policy of this knowledge pack')
}

/** @throws CandorError CONFIG_INVALID for a queue that the pack's policy does not have; POLICY_INVALID, FILE_UNREADABLE */
export async function checkQueues(queues: readonly string[], packDir: string): Promise<void> {
  const known = (await loadPolicy(packDir)).queues.map(({ name }) => name)
  const unknown = queues.find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new CandorError('CONFIG_INVALID', {
    field: '--queues',
    problem: `the policy has no queue "${unknown}"`,
    mend: `It has ${known.join(', ')}`,
  })
}

function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.length === 1 && names[0] === ALL) return []
  if (names.some((name) => name === ALL || !/^[a-z0-9-]+$/.test(name))) {
    throw new InvalidArgumentError(`Give names with commas between them, or ${ALL}.`)
  }
  return [...new Set(names)]
}

function languageOf(name: string): Language {
  const language = LANGUAGES.find((known) => known === name)
  if (!language) throw new InvalidArgumentError(`Give ${LANGUAGES.join(', ')} or ${ALL}.`)
  return language
}

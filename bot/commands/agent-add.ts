import { randomUUID } from 'node:crypto'
import { Command, Option } from 'commander'
import {
  CandorError,
  LANGUAGES,
  type Language,
  ROLES,
  type Role,
  systemClock,
  USUAL_CAPACITY,
} from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { createSignInLink } from '../http/index.ts'
import { capacityOption } from './capacity-option.ts'
import { DEFAULT_DATA_DIR, openConfiguredStore } from './open-store.ts'
import { checkingPackOption, checkQueues, languagesOption, queuesOption } from './skill-options.ts'

interface AddOptions {
  email: string
  name?: string
  role: Role
  capacity: number
  languages: Language[]
  queues: string[]
  pack?: string
  url: string
  data: string
  json?: true
}

/** `candor agent add`: someone new may sign in, by a link that works once. */
export function agentAddCommand(): Command {
  return new Command('add')
    .description('add somebody, or make a new sign-in link for somebody there is')
    .requiredOption('--email <address>', 'what they sign in with')
    .option('--name <name>', 'as customers see it; default: the part before the @')
    .addOption(new Option('--role <role>', 'what they may do').choices([...ROLES]).default('agent'))
    .addOption(capacityOption().default(USUAL_CAPACITY))
    .addOption(languagesOption().default([...LANGUAGES], LANGUAGES.join(',')))
    .addOption(queuesOption().default([], 'all'))
    .addOption(checkingPackOption())
    .option('--url <url>', 'where the server is reached', 'http://localhost:3978')
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: AddOptions, command: Command) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(options.email))
        throw invalid('--email', `"${options.email}" is no address`, 'Give one like ann@example.com')
      if (options.pack !== undefined) await checkQueues(options.queues, options.pack)
      const store = await openConfiguredStore(readConfig(process.env).database, options.data)
      try {
        const known = await store.people.byEmail(options.email)
        if (known && known.agent.role !== options.role && command.getOptionValueSource('role') === 'cli') {
          const problem = `${known.agent.email} is there already, as ${known.agent.role}`
          throw invalid('--role', problem, 'Leave --role out to get a new sign-in link')
        }
        const changed = ['capacity', 'languages', 'queues'].find((name) => command.getOptionValueSource(name) === 'cli')
        if (known && changed !== undefined) {
          const mend = `Change it with "npx candor agent change --email ${known.agent.email} --${changed} …"`
          throw invalid(`--${changed}`, `${known.agent.email} is there already`, mend)
        }
        const person = known?.agent ?? {
          id: randomUUID(),
          email: options.email.toLowerCase(),
          name: options.name || options.email.replace(/@.*/, ''),
          role: options.role,
          languages: options.languages,
          queues: options.queues,
          capacity: options.capacity,
          createdAt: systemClock.now(),
        }
        if (!known) await store.people.add(person)
        const token = await createSignInLink(store, person.id, systemClock)
        const page = person.role === 'manager' ? 'dashboard' : 'desk'
        const link = `${options.url.replace(/\/$/, '')}/${page}?link=${token}`
        if (options.json) console.log(JSON.stringify({ id: person.id, email: person.email, role: person.role, link }))
        else
          console.log(
            `${known ? 'New sign-in link for' : 'Added'} ${person.email} (${person.role}). Works once:\n${link}`,
          )
      } finally {
        await store.close()
      }
    })
}

function invalid(field: string, problem: string, mend: string): CandorError {
  return new CandorError('CONFIG_INVALID', { field, problem, mend })
}

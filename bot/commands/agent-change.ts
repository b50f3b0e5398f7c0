import { Command } from 'commander'
import { type Agent, CandorError } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { capacityOption } from './capacity-option.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { checkingPackOption, checkQueues, languagesOption, queuesOption } from './skill-options.ts'
import { skillsInWords } from './skills-in-words.ts'

interface ChangeOptions extends Partial<Pick<Agent, 'capacity' | 'languages' | 'queues'>> {
  email: string
  pack?: string
  data: string
}

/** `candor agent change`: which customers somebody takes, and how many at once. */
export function agentChangeCommand(): Command {
  return new Command('change')
    .description('change which customers somebody takes, and how many at once; what they have open stays open')
    .requiredOption('--email <address>', 'who it is')
    .addOption(capacityOption())
    .addOption(languagesOption())
    .addOption(queuesOption())
    .addOption(checkingPackOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .action(async ({ email, capacity, languages, queues, pack, data }: ChangeOptions) => {
      if ((capacity ?? languages ?? queues) === undefined) {
        throw invalid('agent change', 'nothing to change is given', 'Give --capacity, --languages or --queues')
      }
      if (queues && pack !== undefined) await checkQueues(queues, pack)
      const { people, close } = await openExistingStore(readConfig(process.env).database, data)
      try {
        const known = (await people.byEmail(email))?.agent
        if (!known) throw invalid('--email', `nobody has ${email}`, 'See who there is with "npx candor agent list"')
        const skills = { languages: languages ?? known.languages, queues: queues ?? known.queues }
        if (languages ?? queues) await people.setSkills(known.id, skills)
        if (capacity !== undefined) await people.setCapacity(known.id, capacity)
        console.log(`${known.email}: ${skillsInWords({ ...skills, capacity: capacity ?? known.capacity })}.`)
      } finally {
        await close()
      }
    })
}

function invalid(field: string, problem: string, mend: string): CandorError {
  return new CandorError('CONFIG_INVALID', { field, problem, mend })
}

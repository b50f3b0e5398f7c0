import { Command } from 'commander'
import { CandorError } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { capacityOption } from './capacity-option.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'

/** `candor agent change`: how many conversations somebody takes at once. */
export function agentChangeCommand(): Command {
  return new Command('change')
    .description('change how many conversations somebody takes at once; what they have open stays open')
    .requiredOption('--email <address>', 'who it is')
    .addOption(capacityOption().makeOptionMandatory())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .action(async ({ email, capacity, data }: { email: string; capacity: number; data: string }) => {
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const known = await store.people.byEmail(email)
        if (!known) {
          const mend = 'See who there is with "npx candor agent list"'
          throw new CandorError('CONFIG_INVALID', { field: '--email', problem: `nobody has ${email}`, mend })
        }
        await store.people.setCapacity(known.agent.id, capacity)
        console.log(`${known.agent.email} takes ${capacity} at once.`)
      } finally {
        await store.close()
      }
    })
}

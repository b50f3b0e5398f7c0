import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'

/** `candor agent list`: who may sign in. */
export function agentListCommand(): Command {
  return new Command('list')
    .description('list everybody who may sign in')
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON array as the last line')
    .action(async ({ data, json }: { data: string; json?: true }) => {
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const people = await store.people.list()
        if (json) return console.log(JSON.stringify(people))
        for (const { email, role, languages, capacity } of people) {
          console.log(`${email.padEnd(32)}${role.padEnd(16)}${languages.join(' ').padEnd(8)}${capacity} at once`)
        }
      } finally {
        await store.close()
      }
    })
}

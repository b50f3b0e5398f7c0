import { Command } from 'commander'
import { isAtDesk, type Presence, systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { skillsInWords } from './skills-in-words.ts'

/** `candor agent list`: who may sign in, whom they serve, and who of them is at the desk. */
export function agentListCommand(): Command {
  return new Command('list')
    .description('list everybody who may sign in, whom they serve, and who is at the desk now')
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON array as the last line')
    .action(async ({ data, json }: { data: string; json?: true }) => {
      const { people, close } = await openExistingStore(readConfig(process.env).database, data)
      try {
        const presenceOf = new Map((await people.presences()).map((presence) => [presence.agentId, presence]))
        const now = systemClock.now()
        const everybody = (await people.list()).map((agent) => ({
          ...agent,
          at: whereabouts(presenceOf.get(agent.id), now),
        }))
        if (json) return console.log(JSON.stringify(everybody))
        for (const { email, role, at, ...agent } of everybody) {
          console.log(`${email.padEnd(32)}${role.padEnd(16)}${at.padEnd(10)}${skillsInWords(agent)}`)
        }
      } finally {
        await close()
      }
    })
}

function whereabouts(presence: Presence | undefined, now: number): 'desk' | 'break' | 'away' {
  if (!presence || !isAtDesk(presence, now)) return 'away'
  return presence.available ? 'desk' : 'break'
}

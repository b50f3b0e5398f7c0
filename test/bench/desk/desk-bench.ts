import { Command, InvalidArgumentError } from 'commander'
import { markdown } from '../nlu/table.ts'
import { type DeskFigures, measureDesk } from './measure-desk.ts'

const AGENTS = 50
const CONVERSATIONS_EACH = 4

export function deskBenchCommand(): Command {
  return new Command('desk')
    .description("from a customer's send to the agent's screen: 200 open conversations, 50 agents, real sockets")
    .option('--rounds <number>', 'messages of each customer', positive, 6)
    .option('--seconds <number>', 'between two messages of one customer, on average', positive, 10)
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ rounds, seconds, json }: { rounds: number; seconds: number; json?: true }) => {
      const figures = await measureDesk({
        agents: AGENTS,
        conversationsEach: CONVERSATIONS_EACH,
        rounds,
        pauseMs: seconds * 1_000,
        random: Math.random,
        tell: (line) => process.stderr.write(`${line}\n`),
      })
      console.log(json ? JSON.stringify(figures) : table(figures))
      if (figures.lost + figures.duplicated > 0) process.exitCode = 1
    })
}

function table({ conversations, agents, messages, p50Ms, p99Ms, lost, duplicated }: DeskFigures): string {
  const header = ['conversations', 'agents', 'messages', 'p50, ms', 'p99, ms', 'lost', 'duplicated']
  return markdown(header, [[conversations, agents, messages, p50Ms, p99Ms, lost, duplicated].map(String)])
}

function positive(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('Give a whole number from 1.')
}

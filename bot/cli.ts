#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command } from 'commander'
import { CandorError, errorBody } from '../domain/index.ts'

// What was compiled once starts in half the time; where the folder cannot be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/candor'))

/** Each is loaded when it is called: no command waits for what another one needs. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand()],
  ['pack', async () => (await import('./commands/pack.ts')).packCommand()],
  ['train', async () => (await import('./commands/train.ts')).trainCommand()],
  ['nlu', async () => (await import('./commands/nlu-evaluate.ts')).nluCommand()],
  ['gap', async () => (await import('./commands/gap.ts')).gapCommand()],
  ['goodwill', async () => (await import('./commands/goodwill.ts')).goodwillCommand()],
  ['learn', async () => (await import('./commands/learn.ts')).learnCommand()],
  ['models', async () => (await import('./commands/models.ts')).modelsCommand()],
  ['policy', async () => (await import('./commands/policy.ts')).policyCommand()],
  ['replay', async () => (await import('./commands/replay.ts')).replayCommand()],
  ['agent', async () => (await import('./commands/agent.ts')).agentCommand()],
  ['transparency', async () => (await import('./commands/transparency.ts')).transparencyCommand()],
  ['report', async () => (await import('./commands/report.ts')).reportCommand()],
  ['trust', async () => (await import('./commands/trust.ts')).trustCommand()],
  ['survey', async () => (await import('./commands/survey.ts')).surveyCommand()],
])

/** `npx candor …`. Every command has --help; with --json the last line of stdout is one JSON
 * object, `{error}` for what failed. Exit 0 or 1. */
const candor = new Command('candor')
  .description('A customer-service bot that knows what it does not know.')
  // What stands after the name of a command is for that command.
  .enablePositionalOptions()

const called = COMMANDS.get(process.argv[2] ?? '')
for (const load of called ? [called] : COMMANDS.values()) candor.addCommand(await load())
pointToHelp(candor)

try {
  await candor.parseAsync()
} catch (problem) {
  // What is expected has a code and a mend; anything else is our fault and keeps its stack.
  if (!(problem instanceof CandorError)) throw problem
  process.stderr.write(`${problem.message}\n`)
  if (process.argv.includes('--json')) console.log(JSON.stringify(errorBody(problem)))
  process.exitCode = 1
}

/** Also below: commands that are added do not take over what their parent says. */
function pointToHelp(command: Command): void {
  command.showHelpAfterError('(add --help to see what there is)')
  for (const below of command.commands) pointToHelp(below)
}

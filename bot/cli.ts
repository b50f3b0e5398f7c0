#!/usr/bin/env node
import { Command } from 'commander'
import { CandorError, errorBody } from '../domain/index.ts'
import { agentCommand } from './commands/agent.ts'
import { gapCommand } from './commands/gap.ts'
import { goodwillCommand } from './commands/goodwill.ts'
import { learnCommand } from './commands/learn.ts'
import { modelsCommand } from './commands/models.ts'
import { nluCommand } from './commands/nlu-evaluate.ts'
import { packCommand } from './commands/pack.ts'
import { policyCommand } from './commands/policy.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { serveCommand } from './commands/serve.ts'
import { surveyCommand } from './commands/survey.ts'
import { trainCommand } from './commands/train.ts'
import { transparencyCommand } from './commands/transparency.ts'
import { trustCommand } from './commands/trust.ts'

/** `npx candor …`. Every command has --help; with --json the last line of stdout is one JSON
 * object, `{error}` for what failed. Exit 0 or 1. */
const candor = new Command('candor')
  .description('A customer-service bot that knows what it does not know.')
  .showHelpAfterError('(add --help to see what there is)')
  // What stands after the name of a command is for that command.
  .enablePositionalOptions()
  .addCommand(serveCommand())
  .addCommand(packCommand())
  .addCommand(trainCommand())
  .addCommand(nluCommand())
  .addCommand(gapCommand())
  .addCommand(goodwillCommand())
  .addCommand(learnCommand())
  .addCommand(modelsCommand())
  .addCommand(policyCommand())
  .addCommand(replayCommand())
  .addCommand(agentCommand())
  .addCommand(transparencyCommand())
  .addCommand(reportCommand())
  .addCommand(trustCommand())
  .addCommand(surveyCommand())

try {
  await candor.parseAsync()
} catch (problem) {
  // What is expected has a code and a mend; anything else is our fault and keeps its stack.
  if (!(problem instanceof CandorError)) throw problem
  process.stderr.write(`${problem.message}\n`)
  if (process.argv.includes('--json')) console.log(JSON.stringify(errorBody(problem)))
  process.exitCode = 1
}

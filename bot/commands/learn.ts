import { Command } from 'commander'
import { learnReportCommand } from './learn-report.ts'

/** `candor learn …`: what the bot learns from its conversations. */
export function learnCommand(): Command {
  return new Command('learn')
    .description('what the bot learns from its conversations, and what that gained')
    .addCommand(learnReportCommand())
}

import { Command } from 'commander'
import { trustFitCommand } from './trust-fit.ts'

/** `candor trust …`: what concerns the trust score. */
export function trustCommand(): Command {
  return new Command('trust').description('the trust score and its figures').addCommand(trustFitCommand())
}

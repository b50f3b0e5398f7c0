import { Command } from 'commander'
import { modelsPromoteCommand, modelsRollbackCommand } from './models-change.ts'
import { modelsListCommand } from './models-list.ts'
import { modelsShowCommand } from './models-show.ts'

/** `candor models …`: which model serves, which served before, and how to go back. */
export function modelsCommand(): Command {
  return new Command('models')
    .description('models: which serves, which served when and why, and how to go back')
    .addCommand(modelsListCommand())
    .addCommand(modelsShowCommand())
    .addCommand(modelsPromoteCommand())
    .addCommand(modelsRollbackCommand())
}

import { Command } from 'commander'
import { agentAddCommand } from './agent-add.ts'
import { agentChangeCommand } from './agent-change.ts'
import { agentListCommand } from './agent-list.ts'

/** `candor agent`: the people who work with Candor. */
export function agentCommand(): Command {
  return new Command('agent')
    .description('people who work with Candor: agents, managers, administrators')
    .addCommand(agentAddCommand())
    .addCommand(agentListCommand())
    .addCommand(agentChangeCommand())
}

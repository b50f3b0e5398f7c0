import { Command } from 'commander'
import { checkCommand } from './pack-check.ts'
import { exportCommand } from './pack-export.ts'
import { importCommand } from './pack-import.ts'

/** `candor pack check`, `candor pack import` and `candor pack export`. */
export function packCommand(): Command {
  return new Command('pack')
    .description('check, import and export knowledge packs')
    .addCommand(checkCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
}

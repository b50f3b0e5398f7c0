import { Command } from 'commander'
import { checkCommand } from './pack-check.ts'
import { diffCommand } from './pack-diff.ts'
import { exportCommand } from './pack-export.ts'
import { importCommand } from './pack-import.ts'

/** `candor pack check`, `candor pack diff`, `candor pack import` and `candor pack export`. */
export function packCommand(): Command {
  return new Command('pack')
    .description('check, compare, import and export knowledge packs')
    .addCommand(checkCommand())
    .addCommand(diffCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
}

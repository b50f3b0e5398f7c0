import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { ensureChampion } from '../models/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { DEFAULT_DATA_DIR, openConfiguredStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

/** `candor train`: makes the model of a pack ahead of serving. */
export function trainCommand(): Command {
  return new Command('train')
    .description('train the model of a knowledge pack; nothing to do when the stored one already fits')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: { pack: string; data: string; json?: true }) => {
      const pack = await loadPack(options.pack)
      const policy = await loadPolicy(options.pack)
      const store = await openConfiguredStore(readConfig(process.env).database, options.data)
      try {
        const { id, trained, model } = await ensureChampion(store, pack, policy, systemClock, randomUUID, progressBar())
        const manifest = model.manifest
        if (options.json) console.log(JSON.stringify({ model: id, trained, manifest }))
        else console.log(trained ? `Trained model ${id}.` : `Model ${id} already fits the pack.`)
      } finally {
        await store.close()
      }
    })
}

import { Command } from 'commander'
import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { DEFAULT_PACK_DIR, diffInWords, diffPacks, loadPack } from '../knowledge/index.ts'
import { trainedPackOf } from '../models/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'

/** `candor pack diff` */
export function diffCommand(): Command {
  return new Command('diff')
    .description('what changed from one pack to another, or since the model that serves was trained')
    .argument('[old]', 'the folder of a pack; the only one: what changed in it since the training', DEFAULT_PACK_DIR)
    .argument('[new]', 'the folder of another pack')
    .option('--data <dir>', 'where the model is kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object')
    .action(async (old: string, changed: string | undefined, { data, json }: { data: string; json?: true }) => {
      const [before, after] =
        changed === undefined
          ? [await packTrainedOn(data), await loadPack(old)]
          : [await loadPack(old), await loadPack(changed)]
      const diff = diffPacks(before, after)
      if (json) return console.log(JSON.stringify(diff))
      const lines = diffInWords(diff)
      console.log(lines.length === 0 ? 'Nothing changed.' : lines.join('\n'))
    })
}

/** @throws CandorError MODEL_UNREADABLE, DATABASE_UNREACHABLE */
async function packTrainedOn(dataDir: string): Promise<KnowledgePack> {
  const store = await openExistingStore(readConfig(process.env).database, dataDir)
  try {
    const champion = (await store.models.list()).find(({ status }) => status === 'champion')
    const pack = champion && (await trainedPackOf(store, champion))
    if (pack) return pack
    throw new CandorError('MODEL_UNREADABLE', {
      problem: champion ? `the pack that ${champion.id} was trained on was not kept` : 'none has served yet',
      mend: 'Serve or train once, or give two folders',
    })
  } finally {
    await store.close()
  }
}

import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import type { ServiceReason } from '../../store/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { type ChampionChange, PRIOR_GAP_MODEL, promoteModel, rollBackModel } from '../models/index.ts'
import { dataOption, jsonOption, kindOption, type ModelOptions } from './model-options.ts'
import { openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface ChangeOptions extends ModelOptions {
  pack: string
}

const TAKEN_OVER = 'Running servers take it over within seconds.'

/** `candor models promote ID`: a person's word, whatever the gate said. */
export function modelsPromoteCommand(): Command {
  return changing(new Command('promote').argument('<id>'))
    .description('let a model serve, whatever the gate said of it; it must fit the pack')
    .action(async (id: string, options: ChangeOptions) => {
      const promoted = await withChange(options, 'chosen', (change) => promoteModel(id, change))
      if (options.json) return console.log(JSON.stringify({ model: id, promoted }))
      console.log(promoted ? `Model ${id} serves from now on. ${TAKEN_OVER}` : `Model ${id} serves already.`)
    })
}

/** `candor models rollback`: back to the model before. */
export function modelsRollbackCommand(): Command {
  return changing(new Command('rollback'))
    .description('let the model serve again that served before')
    .action(async (options: ChangeOptions) => {
      const way = await withChange(options, 'rolled-back', (change) => rollBackModel(change))
      if (options.json) return console.log(JSON.stringify({ left: way?.left ?? null, model: way?.for ?? null }))
      if (!way) return console.log('Somebody else has changed the model in the same moment: nothing was done.')
      console.log(`Model ${way.for ?? PRIOR_GAP_MODEL.id} serves again instead of ${way.left}. ${TAKEN_OVER}`)
    })
}

function changing(command: Command): Command {
  return command.addOption(kindOption()).addOption(packOption()).addOption(dataOption()).addOption(jsonOption())
}

async function withChange<Result>(
  { kind, pack, data }: ChangeOptions,
  reason: ServiceReason,
  act: (change: ChampionChange) => Promise<Result>,
): Promise<Result> {
  const promotion = { at: systemClock.now(), reason, by: 'command' }
  const loaded = await loadPack(pack)
  const store = await openExistingStore(readConfig(process.env).database, data)
  try {
    return await act({ store, kind, pack: loaded, newId: randomUUID, promotion })
  } finally {
    await store.close()
  }
}

import { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { type ListedModel, listedModels } from './listed-model.ts'
import { dataOption, jsonOption, kindOption, type ModelOptions } from './model-options.ts'
import { openExistingStore } from './open-store.ts'
import { minute, serviceText } from './service-text.ts'

/** `candor models list`: every model there is, and which of them served when. */
export function modelsListCommand(): Command {
  return new Command('list')
    .description('every model there is, how good it was, and when it served; the newest first (times in UTC)')
    .addOption(kindOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ kind, data, json }: ModelOptions) => {
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const models = await listedModels(store, kind, systemClock.now())
        console.log(json ? JSON.stringify(models) : asText(models))
      } finally {
        await store.close()
      }
    })
}

function asText(models: readonly ListedModel[]): string {
  if (models.length === 0) return 'There is no model yet.'
  return models.flatMap((model) => [aboutText(model), ...servedText(model)]).join('\n')
}

/** One line: id, when it was made and of what, what it is now, how it read the suite, and its turns. */
export function aboutText({ id, createdAt, origin, status, suite = {}, turns }: ListedModel): string {
  const accuracy = Object.entries(suite).map(
    ([language, { cases, right }]) => `${language} ${(100 * right).toFixed(1)} % of ${cases}`,
  )
  return [id, minute(createdAt), origin, status, ...accuracy, `${turns} turns`].join('  ')
}

function servedText({ served }: ListedModel): string[] {
  return served.flatMap(serviceText).map((line) => `  ${line}`)
}

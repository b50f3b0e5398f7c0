import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { CandorError, systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { signingKey } from '../http/signing-key.ts'
import { surveyLinks } from '../survey/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'

/** Where `candor serve` listens unless told otherwise. */
const LOCAL = 'http://localhost:3978'

/** `candor survey link`: the address where a customer answers a survey that was sent, to be passed on by hand. */
export function surveyLinkCommand(): Command {
  return new Command('link')
    .description('print the address where a survey that was sent can be answered; whoever has it can answer')
    .argument('<survey>', 'the id of the survey')
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (id: string, options: { data: string; json?: true }) => {
      const { database, secret, publicUrl = LOCAL } = readConfig(process.env)
      const store = await openExistingStore(database, options.data)
      try {
        const survey = await store.surveys.get(id)
        if (!survey) throw new CandorError('SURVEY_UNKNOWN', { id })
        const key = await signingKey(store, secret, randomBytes(32).toString('base64url'))
        const url = `${publicUrl}${await surveyLinks(key, systemClock).path(survey)}`
        console.log(options.json ? JSON.stringify({ url, expiresAt: survey.expiresAt }) : url)
      } finally {
        await store.close()
      }
    })
}

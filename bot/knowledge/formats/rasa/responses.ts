import type { ImportedPackBuilder } from '../imported-pack-builder.ts'
import type { RasaResponse } from './rasa-schema.ts'

export interface PlacedResponse {
  name: string
  variation: RasaResponse
  where: string
}

/**
 * Gives each response to its intent: `utter_refund` answers `refund`, `utter_faq/hours` answers the retrieval intent
 * `faq/hours`, and a rule of one intent and one response joins those two.
 */
export function addResponses(
  builder: ImportedPackBuilder,
  responses: readonly PlacedResponse[],
  intents: ReadonlySet<string>,
  answering: ReadonlyMap<string, string>,
): void {
  for (const { name, variation, where } of responses) {
    const { text, channel, condition, ...extras } = variation
    const label = intents.has(name.replace(/^utter_/, '')) ? name.replace(/^utter_/, '') : answering.get(name)
    const drop = (why: string) => builder.drop(`the response ${name}: "${text ?? ''}"`, where, why)
    const language = languageCondition(condition)
    if (label === undefined || !intents.has(label)) drop(`there is no intent "${name.replace(/^utter_/, '')}"`)
    else if (channel != null) drop(`it is for the channel ${channel} alone`)
    else if (condition != null && language === undefined) drop('it is said under a condition')
    else if (text != null) builder.addAnswer({ label, text, tag: language, where })
    for (const [key, value] of Object.entries(extras))
      if (value != null && key !== 'metadata' && key !== 'id')
        builder.drop(`${key} of the response ${name}: ${JSON.stringify(value)}`, where, 'answers are text')
  }
}

/** The export puts each language under the condition that the slot `language` has it. */
function languageCondition(condition: RasaResponse['condition']): string | undefined {
  const [only, ...others] = condition ?? []
  if (others.length > 0 || only?.name !== 'language' || typeof only.value !== 'string') return undefined
  return only.value
}

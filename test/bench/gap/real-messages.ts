import { takeTurn } from '../../../bot/turn/take-turn.ts'
import { newDialogueState } from '../../../domain/index.ts'
import { OUT_OF_SCOPE } from '../nlu/candidate.ts'
import type { Trained } from './bench-mind.ts'
import type { KnownGapCase } from './estimates.ts'
import { featuresAt } from './simulated-customers.ts'

const NOW = Date.UTC(2026, 0, 1)

/**
 * Every message as the first of a conversation. Unmet: the need that the bot believes in is not the one that the
 * message is labelled with, or it has none that the bot knows; so an answer now would miss. Nothing is simulated.
 */
export function casesOfMessages({ mind, messages }: Trained): KnownGapCase[] {
  return messages.map(({ text, label }, i) => {
    const before = newDialogueState()
    const outcome = takeTurn(mind, before, { text, seq: 1, now: NOW, fallbackLanguage: 'en' })
    const said = [{ from: 'customer', text } as const]
    const features = featuresAt({ mind, before, outcome, text, turn: 1, answeredSoFar: false, said })
    const right = label !== OUT_OF_SCOPE && outcome.leading?.name === label
    return { conversationId: `${i}`, language: 'en', features, unmet: right ? 0 : 1 }
  })
}

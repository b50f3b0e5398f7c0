import { describe, expect, it } from 'vitest'
import { PROMISE_WORDS } from '../../../../bot/promises/words.ts'
import { LANGUAGES } from '../../../../domain/index.ts'
import { CUSTOMERS_PROMISE_WORDS } from '../../../../web/shared/promise-words.ts'

describe.each(LANGUAGES)('what a customer reads of a promise (%s)', (language) => {
  const { states } = CUSTOMERS_PROMISE_WORDS[language]
  const told = PROMISE_WORDS[language]
  /** Without "we are sorry", which stands where the sentence wants it. */
  const bare = (state: string) => state.replace(/[:，].*/, '').replace('已', '')

  it.each([
    ['kept', told.done('x', false), states.kept],
    ['late', told.done('x', true), states.late],
    ['overdue', told.deedLate('x', 'noon'), bare(states.overdue)],
    ['overdue for an answer', told.answerLate('noon'), bare(states.overdue)],
    ['broken', told.withdrawn('x', 'why'), language === 'en' ? 'not be kept' : bare(states.broken)],
    ['withdrawn', told.dropped('x'), states.withdrawn],
  ])('says in the chat what the list of promises says: %s', (_state, sentence, word) => {
    expect(sentence.toLowerCase()).toContain(word)
  })
})

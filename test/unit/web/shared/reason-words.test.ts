import { describe, expect, it } from 'vitest'
import { ESCALATION_REASONS, GAP_REASONS, LANGUAGES } from '../../../../domain/index.ts'
import { escalationReasonWords, gapReasonWords } from '../../../../web/shared/reason-words.ts'

describe('reasons', () => {
  it.each(LANGUAGES)('all have words in %s', (language) => {
    for (const code of ESCALATION_REASONS) expect(escalationReasonWords(code, language)).not.toBe(code)
    for (const code of GAP_REASONS) expect(gapReasonWords(code, language)).not.toBe(code)
  })
  it('of a newer server are shown by their code', () => {
    expect(escalationReasonWords('newer', 'en')).toBe('newer')
  })
})

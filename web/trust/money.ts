import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'

/** In the company's currency, which the policy does not name. */
export function money(amount: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)
}

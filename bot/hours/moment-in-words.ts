import { DateTime } from 'luxon'
import type { Language } from '../../domain/index.ts'

const LOCALE: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** A moment as the company would say it to a customer: weekday, day, time and the clock it is read from. */
export function momentInWords(at: number, timeZone: string, language: Language): string {
  const moment = DateTime.fromMillis(at, { zone: timeZone }).setLocale(LOCALE[language])
  const clock = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  // As formatted for Chinese, the name of the clock would stand between day and time, where nobody writes it.
  if (language === 'zh') return `${moment.toLocaleString(clock)}（${moment.offsetNameShort}）`
  return moment.toLocaleString({ ...clock, timeZoneName: 'short' })
}

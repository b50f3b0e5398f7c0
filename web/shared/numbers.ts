import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from './language.ts'

/** `share` in 0..1 as whole percent, e.g. `92 %` or `92%`. */
export function percent(share: number, language: Language): string {
  const whole = Math.round(share * 100)
  return language === 'zh' ? `${whole}%` : `${whole} %`
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value)
}

/** To one digit after the point. */
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value)
}

/** Of a file, as people read it: `12 kB`, `3.4 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(LOCALES[language], style).format(value)
}

/** A length of time for a person who waits: `42 s`, `3 min`, `2 h 5 min`. */
export function duration(lengthMs: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1000))
  const unit = language === 'zh' ? { s: '秒', min: '分钟', h: '小时', d: '天' } : { s: 's', min: 'min', h: 'h', d: 'd' }
  const space = language === 'zh' ? '' : ' '
  if (seconds < 60) return `${seconds}${space}${unit.s}`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${space}${unit.min}`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) {
    const rest = minutes % 60
    return rest === 0
      ? `${hours}${space}${unit.h}`
      : `${hours}${space}${unit.h}${language === 'zh' ? '' : ' '}${rest}${space}${unit.min}`
  }
  return `${Math.floor(hours / 24)}${space}${unit.d}`
}

export function clockTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** The time alone for what happened on the day of `now`, else with its date. */
export function dateTime(at: number, language: Language, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clockTime(at, language)
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** The day of a moment, with its year. */
export function calendarDay(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium' }).format(at)
}

/** A moment to come, by the reader's own clock, which it names: who promised it may read another. */
export function appointment(at: number, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  if (language === 'en') return format.format(at)
  // As formatted for Chinese, the name of the clock would stand between day and time, where nobody writes it.
  const parts = format.formatToParts(at)
  const zone = parts.findIndex(({ type }) => type === 'timeZoneName')
  const moment = parts.filter((_, place) => place !== zone && place !== zone + 1)
  return `${moment.map(({ value }) => value).join('')}（${parts[zone]?.value}）`
}

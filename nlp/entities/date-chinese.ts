import type { DateTime } from 'luxon'
import { CHINESE_NUMBER, readChineseNumber } from './chinese-number.ts'
import { isoDay, nearestDay } from './date-english.ts'
import { type Found, findAll } from './found.ts'

const RELATIVE_DAYS: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨晚: -1,
  今天: 0,
  今晚: 0,
  明天: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
}
const WEEKDAYS = '一二三四五六日'
const UNITS: Record<string, 'days' | 'weeks' | 'months' | 'years'> = {
  天: 'days',
  日: 'days',
  周: 'weeks',
  星期: 'weeks',
  礼拜: 'weeks',
  月: 'months',
  年: 'years',
}

const RELATIVE = /大前天|大后天|前天|昨天|昨晚|今天|今晚|明天|后天|後天/g
const WEEKDAY = /(上上|上|下|这|本)?个?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])/g
const AGO = new RegExp(`(\\d{1,3}|${CHINESE_NUMBER})个?(天|日|周|星期|礼拜|月|年)(?:以|之)?(前|后)`, 'g')
const DAY_OF_MONTH = new RegExp(`(上|下|这|本)个?月(\\d{1,2}|${CHINESE_NUMBER})[日号號]`, 'g')
const PERIOD = /(上|下)个?(周|星期|礼拜|月)(?![一二三四五六日天])/g
const CALENDAR = new RegExp(`(?:(\\d{4})年)?(\\d{1,2}|${CHINESE_NUMBER})月(\\d{1,2}|${CHINESE_NUMBER})[日号號]`, 'g')

/** Chinese dates as ISO 8601 days, told from the day of `now` in its zone. Weeks begin on Monday. */
export function findChineseDates(text: string, now: DateTime): Found[] {
  const today = now.startOf('day')
  return [
    ...findAll('date', text, RELATIVE, ([whole]) => isoDay(today.plus({ days: RELATIVE_DAYS[whole] ?? 0 }))),
    ...findAll('date', text, WEEKDAY, ([, which = '', name = '']) => {
      const weeks = { 上上: -2, 上: -1, 下: 1 }[which] ?? 0
      const day = WEEKDAYS.indexOf(name === '天' ? '日' : name)
      return isoDay(today.startOf('week').plus({ weeks, days: day }))
    }),
    ...findAll('date', text, AGO, ([, count = '', unit = '', direction]) => {
      const amount = readChineseNumber(count) ?? 0
      return isoDay(today.plus({ [UNITS[unit] ?? 'days']: direction === '前' ? -amount : amount }))
    }),
    ...findAll('date', text, DAY_OF_MONTH, ([, which = '', day = '']) => {
      const month = today.startOf('month').plus({ months: { 上: -1, 下: 1 }[which] ?? 0 })
      const wanted = readChineseNumber(day) ?? 0
      return isoDay(month.set({ day: wanted }), month.month, wanted)
    }),
    ...findAll('date', text, PERIOD, ([, which, unit = '']) =>
      isoDay(today.plus({ [UNITS[unit] ?? 'weeks']: which === '上' ? -1 : 1 })),
    ),
    ...findAll('date', text, CALENDAR, ([, year, month = '', day = '']) =>
      nearestDay(
        today,
        year === undefined ? undefined : Number(year),
        readChineseNumber(month) ?? 0,
        readChineseNumber(day) ?? 0,
      ),
    ),
  ]
}

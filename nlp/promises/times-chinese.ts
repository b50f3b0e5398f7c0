import { CHINESE_NUMBER, readChineseNumber } from '../entities/chinese-number.ts'
import type { DeadlineDay, DeadlineUnit } from './deadline.ts'
import { clockTime, type DayPart, type NamedTime, PART_ENDS, timesOf, withoutOverlaps } from './times.ts'

const NUMBER = String.raw`(?:\d{1,3}|${CHINESE_NUMBER})`
const UNIT =
  '(?:个?工作(?:小时|日|天)|个?自然日|分钟|个?半?(?:小时|钟头)|h(?:ours?)?(?![a-z])|刻钟|天|日|个?(?:星期|礼拜)|周|个?月)'
// "1到3个工作日", "两三天" (two digits in a row: the second counts), "一个半小时", "半小时"
const SPAN = `(?:(?<low>${NUMBER})(?:到|至|-|或|、))?(?<high>${NUMBER}|半)(?<unit>${UNIT})`
const WITHIN = new RegExp(`${SPAN}(?:之|以)?(?:内|后)`, 'g')
const AT_MOST = new RegExp(
  String.raw`(?:最晚|最迟|最多|至多|最长|不超过|不晚于|给我们?|这)(?:大概)?${SPAN}(?![\\d前]|以前|之前)`,
  'g',
)
const BEFORE_DEED = new RegExp(
  String.raw`(?<![月\d])${SPAN}(?=给[您你]|就?到账|原返|答复|回[复电]|短信|电话|联系|通知|(?:有|打印|开具|寄出|邮寄)[^,]{0,6}(?:短信|通知|告知|给[您你]))`,
  'g',
)

/** 下一个工作日, 次个工作日. */
const NEXT_BUSINESS_DAY = /(?:下|次)一?个?工作[日天]/g

const RELATIVE_DAYS: Record<string, number> = { 今: 0, 当: 0, 明: 1, 隔: 1, 后: 2, 大后: 3 }
const WEEKDAYS = '一二三四五六日'
const WEEK = '(?:周|星期|礼拜)'
const DAY = [
  '(?<relative>今|明|大后|后|当|隔)(?:[天日儿]|(?=早|晚))',
  `(?<ofNext>下)?(?:这|本)?个?${WEEK}(?<weekday>[一二三四五六日天])`,
  `(?<thisWeek>(?:这|本)(?:个?星期|个?礼拜|周)|周末|周内)(?![一二三四五六日天])`,
  `(?<nextWeek>下(?:个?星期|个?礼拜|周))(?![一二三四五六日天])`,
  '(?<thisMonth>本月|这个月|月底|月末)',
  '(?<nextMonth>下个?月)(?!\\d|[一二三四五六七八九十])底?',
  String.raw`(?:(?<year>20\d\d)年)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]`,
  String.raw`(?<iso>20\d\d-\d{1,2}-\d{1,2})`,
  String.raw`(?<dayAlone>\d{1,2}|[一二三四五六七八九十]{1,3})号(?=之?以?前|,?[给为发送到寄我会就再])`,
  '(?<closing>下班)(?=之?以?前)',
].join('|')
const PART = '(?<part>早上|早晨|清早|上午|中午|午前|下午|傍晚|晚上|晚间|夜里|早|晚|午)'
const CLOCK = String.raw`(?:(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点时](?!间|候)(?:钟|整|(?<half>半)|(?<quarters>[一三])刻|(?<minuteWord>\d{1,2}|[一二三四五六七八九十]{1,3})分?)?|:(?<minute>\d\d)))`
const DATED = new RegExp(`(?:${DAY})的?${PART}?${CLOCK}?(?:下班(?=之?以?前))?`, 'g')
const PART_AND_CLOCK = new RegExp(`${PART}${CLOCK}`, 'g')
const CLOCK_BEFORE = new RegExp(`${CLOCK}(?=之?以?前)`, 'g')
const PART_BEFORE = /(?<part>上午|中午|午前|下午|傍晚|晚上|晚间)(?=之?以?前|给|为|帮|再|就|把|会|将|我)/g
/** 周一到周五, 每天: what is always so. */
const ALWAYS = new RegExp(
  `${WEEK}[一二三四五六日天](?:到|至|-)${WEEK}?[一二三四五六日天]|(?:周六日|周末|节假日)[^,]{0,6}顺延|每(?:个工作日|${WEEK}[一二三四五六日天]?|天|日|个?月|年)`,
  'g',
)

/** The times that a Chinese text names, in order; a text in plain form. What is always so, as opening hours, is none. */
export function findChineseTimes(plain: string): NamedTime[] {
  const text = plain.replace(ALWAYS, (always) => '#'.repeat(always.length))
  return withoutOverlaps([
    ...timesOf(text, WITHIN, readSpan),
    ...timesOf(text, AT_MOST, readSpan),
    ...timesOf(text, BEFORE_DEED, readSpan),
    ...timesOf(text, NEXT_BUSINESS_DAY, () => ({ kind: 'within', amount: 1, unit: 'business-day' })),
    ...timesOf(text, DATED, readDated),
    ...timesOf(text, PART_AND_CLOCK, readDated),
    ...timesOf(text, CLOCK_BEFORE, readDated),
    ...timesOf(text, PART_BEFORE, readDated),
  ])
}

type Groups = Record<string, string | undefined>

function readSpan({ high = '', unit = '' }: Groups): NamedTime['deadline'] | undefined {
  const whole = high === '半' ? 0 : (readNumber(high) ?? 0)
  const half = high === '半' || unit.includes('半') ? 0.5 : 0
  const amount = whole + half
  if (amount <= 0) return undefined
  if (unit.includes('刻')) return { kind: 'within', amount: 15 * amount, unit: 'minute' }
  const named = readUnit(unit)
  if (half === 0) return { kind: 'within', amount, unit: named }
  return named === 'hour' ? { kind: 'within', amount: 60 * amount, unit: 'minute' } : undefined
}

function readUnit(word: string): DeadlineUnit {
  if (word.includes('工作')) return word.includes('小时') ? 'business-hour' : 'business-day'
  if (word.includes('分')) return 'minute'
  if (/小时|钟头|h/.test(word)) return 'hour'
  if (word.includes('月')) return 'month'
  return /周|星期|礼拜/.test(word) ? 'week' : 'day'
}

function readNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readChineseNumber(text)
}

function readDated(groups: Groups): NamedTime['deadline'] | undefined {
  const day = readDay(groups)
  const time = readTime(groups)
  if (!day || time === 'none') return undefined
  return { kind: 'by', day, ...(time && { time }) }
}

function readDay(groups: Groups): DeadlineDay | undefined {
  if (groups.relative) return { kind: 'in-days', days: RELATIVE_DAYS[groups.relative] ?? 0 }
  if (groups.weekday) {
    const weekday = WEEKDAYS.indexOf(groups.weekday === '天' ? '日' : groups.weekday) + 1
    return { kind: 'weekday', weekday, ...(groups.ofNext && { weeks: 1 as const }) }
  }
  if (groups.thisWeek) return { kind: 'end-of-week', weeks: 0 }
  if (groups.nextWeek) return { kind: 'end-of-week', weeks: 1 }
  if (groups.thisMonth) return { kind: 'end-of-month', months: 0 }
  if (groups.nextMonth) return { kind: 'end-of-month', months: 1 }
  if (groups.iso) {
    const [year, month, day = 0] = groups.iso.split('-').map(Number)
    return calendarDay(day, month, year)
  }
  const day = readNumber(groups.day ?? groups.dayAlone)
  if (day === undefined) return { kind: 'in-days', days: 0 }
  return calendarDay(day, readNumber(groups.month), readNumber(groups.year))
}

function calendarDay(day: number, month?: number, year?: number): DeadlineDay | undefined {
  if (!(day >= 1 && day <= 31) || (month !== undefined && !(month >= 1 && month <= 12))) return undefined
  return { kind: 'date', ...(year !== undefined && { year }), ...(month !== undefined && { month }), day }
}

function readTime({ part: word, hour, half, quarters, minute, minuteWord }: Groups) {
  const part = partOf(word)
  const hours = readNumber(hour)
  if (hours === undefined) return part && { hour: PART_ENDS[part], minute: 0 }
  const minutes = half ? 30 : quarters ? 15 * (readNumber(quarters) ?? 0) : (readNumber(minute ?? minuteWord) ?? 0)
  return clockTime(hours, minutes, part) ?? 'none'
}

function partOf(word: string | undefined): DayPart | undefined {
  if (word === undefined) return undefined
  if (word === '中午' || word === '午') return 'noon'
  if (word === '下午') return 'afternoon'
  return /早|上午|午前/.test(word) ? 'morning' : 'evening'
}

import type { DeadlineDay, DeadlineUnit } from './deadline.ts'
import { clockTime, type DayPart, type NamedTime, PART_ENDS, timesOf, withoutOverlaps } from './times.ts'

const NUMBER_WORDS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
]
const TENS: Record<string, number> = { thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 }
const COUNT = String.raw`(?:\d{1,3}|an?|one|single|${NUMBER_WORDS.slice(2).join('|')}|${Object.keys(TENS).join('|')}|(?:a )?couple(?: of)?)`
const UNIT =
  '(?:(?:business|working|work|office|opening) (?:hour|day)|weekday|minute|min|hour|hr|h|day|week|wk|month)s?'

// "between 24 and 48 hours", "2-3 days", "a day or two", "one to two working days"
const RANGE = `(?<low>${COUNT})(?: ?(?:-|to|or|and) ?(?<high>${COUNT}))? ?(?<unit>${UNIT})(?: or (?<orTwo>two|so))?`
const SPAN_BEFORE =
  '(?:within|in|inside|in under|in less than|no later than|at (?:the )?most|give (?:me|us)|allow (?:me|us)|over|in as little as)(?: (?:the|a maximum of|at most|about|around|another|next|coming|between|just|only|max)){0,3}'
const SPAN = new RegExp(
  String.raw`\b${SPAN_BEFORE} ${RANGE}\b(?! (?:ago|old|later than|before|after|of (?:receiving|delivery|your|the)))`,
  'g',
)
const SPAN_LATEST = new RegExp(String.raw`\b${RANGE}(?: from now| at the (?:very )?latest| max(?:imum)?| tops)\b`, 'g')
const HALF_HOUR =
  /\b(?:within|in)(?: the next)? (?:half an hour|a half hour|(?:a |(?<three>three ))(?<quarters>quarters? of an hour))\b/g
const THE_UNIT = /\b(?:within|inside) the (?<unit>hour|day|week|month)\b/g
const NEXT_BUSINESS_DAY = /\b(?:the |our )?next (?:business|working) day\b/g

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const SHORT_DAY = '(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)'
const PREPOSITION =
  '(?:by|on|before|from|until|no later than|not later than|latest|at the latest|sometime|some time|later|early|late|first thing|this|this coming|next|coming)'

// An hour alone is a time of day only behind such a word: "at 9", not "9 lamps".
const BARE_HOUR = String.raw`(?<=\b(?:by|at|before|around|about|than|until|and|to) ?\d{1,2})(?![\d.:%]|(?: ?${UNIT}\b))`
const CLOCK = String.raw`(?:(?:between|from) (?:\d{1,2}(?::\d\d)? ?(?:am|pm)?) ?(?:and|to|-) ?)?(?:(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?(?: ?(?<half>[ap])\.?m\b\.?| ?o'clock|(?<=:\d\d)|${BARE_HOUR})|(?<noon>noon|midday|lunch(?:time)?|midnight))`
const PART = '(?:in the )?(?<part>morning|afternoon|evening|night|noon)'
const WHEN = `(?:,? ${PART})?(?:,? (?:by|at|before|around|about|no later than|until)? ?${CLOCK})?`
const DAY = [
  '(?<afterTomorrow>(?:the )?day after tomorrow)',
  '(?<tomorrow>tomorrow|tmrw|tmr|tomorow|tommorow)',
  '(?<tonight>tonight|this evening)',
  '(?<part0>this (?:morning|afternoon))',
  '(?<today>(?:(?:the )?end of |later )?today|the end of (?:the |this )?(?:business |working )?day|end of (?:the |this )?day|(?:the )?close of business|cob|eod)',
  `(?:(?:${PREPOSITION}) ){0,2}(?<weekday>${WEEKDAYS.join('|')})s?(?<ofNext>,? next week| of next week| week)?`,
  String.raw`(?:by|on|before|until|next|this|latest) (?<short>${SHORT_DAY})\b`,
  '(?<week>(?:the )?end of (?:the|this) week|(?:later )?this week|(?:the )?weekend|eow)',
  '(?<nextWeek>(?:(?:the )?(?:end|course) of )?next week)',
  '(?<month>(?:the )?end of (?:the|this) month|(?:later )?this month)',
  '(?<nextMonth>(?:(?:the )?(?:end|course) of )?next month)',
  String.raw`(?<name1>${MONTH}) (?<day1>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year1>20\d\d))?`,
  String.raw`(?:the )?(?<day2>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name2>${MONTH})(?:,? (?<year2>20\d\d))?`,
  String.raw`(?<iso>20\d\d-\d{1,2}-\d{1,2})`,
  String.raw`(?:by|on|before) the (?<day3>\d{1,2})(?:st|nd|rd|th)`,
].join('|')
// "by close of business on Friday": the whole open day, as without it.
const CLOSING = `(?:(?:(?:the )?end of (?:the )?(?:business |working )?(?:day)?|(?:the )?close of business|cob|eod)(?:,? on)? (?=${WEEKDAYS.join('|')}|tomorrow))?`
const DATED = new RegExp(String.raw`\b${CLOSING}(?:${DAY})\b(?! ago)${WHEN}(?![\w])`, 'g')
// "at 3 pm tomorrow", "by noon on Friday"
const CLOCK_FIRST = new RegExp(
  String.raw`\b(?:by|at|before|around|between|from|until|no later than) ${CLOCK}(?:,? (?:on )?(?:(?<tomorrow>tomorrow|tmrw)|(?<today>today)|(?<weekday>${WEEKDAYS.join('|')})))?\b`,
  'g',
)
const CLOCK_ALONE = /\b(?<hour>\d{1,2})(?::(?<minute>\d\d))? ?(?<half>[ap])\.?m\b/g
const PART_ALONE = /\bin the (?<part>morning|afternoon|evening)\b/g
/** "From Monday to Friday", "on Mondays", "every day": what is always so. */
const ALWAYS = new RegExp(
  String.raw`\b(?:${WEEKDAYS.join('|')})s? ?(?:to|-|through|and|until) ?(?:${WEEKDAYS.join('|')})s?\b|\b(?:${WEEKDAYS.join('|')})s\b|\b(?:every|each) \w{1,20}`,
  'g',
)

/** The times that an English text names, in order; a text in plain form. What is always so, as opening hours, is none. */
export function findEnglishTimes(plain: string): NamedTime[] {
  const text = plain.replace(ALWAYS, (always) => '#'.repeat(always.length))
  return withoutOverlaps([
    ...timesOf(text, SPAN, readSpan),
    ...timesOf(text, SPAN_LATEST, readSpan),
    ...timesOf(text, HALF_HOUR, ({ three, quarters }) => {
      const amount = quarters ? (three ? 45 : 15) : 30
      return { kind: 'within', amount, unit: 'minute' }
    }),
    ...timesOf(text, THE_UNIT, ({ unit }) => wholeUnit(unit)),
    ...timesOf(text, NEXT_BUSINESS_DAY, () => ({ kind: 'within', amount: 1, unit: 'business-day' })),
    ...timesOf(text, DATED, readDated),
    ...timesOf(text, CLOCK_FIRST, readDated),
    ...timesOf(text, CLOCK_ALONE, readDated),
    ...timesOf(text, PART_ALONE, ({ part }) =>
      readDated({ part, ...(part === 'morning' ? { tomorrow: 'tomorrow' } : { today: 'today' }) }),
    ),
  ])
}

type Groups = Record<string, string | undefined>

function readSpan({ low = '', high, unit = '', orTwo }: Groups): NamedTime['deadline'] | undefined {
  const amount = orTwo === 'two' ? 2 : Math.max(readCount(low), readCount(high ?? low))
  return amount > 0 ? { kind: 'within', amount, unit: readUnit(unit) } : undefined
}

function readCount(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  if (/couple/.test(word)) return 2
  return TENS[word] ?? Math.max(1, NUMBER_WORDS.indexOf(word))
}

function readUnit(word: string): DeadlineUnit {
  if (/^(?:business|working|work|office|opening) h/.test(word)) return 'business-hour'
  if (/^(?:business|working|work|office|opening) d|^weekday/.test(word)) return 'business-day'
  if (word.startsWith('min')) return 'minute'
  if (word.startsWith('mo')) return 'month'
  if (word.startsWith('w')) return 'week'
  return word.startsWith('h') ? 'hour' : 'day'
}

function wholeUnit(unit: string | undefined): NamedTime['deadline'] {
  if (unit === 'hour') return { kind: 'within', amount: 1, unit }
  if (unit === 'day') return { kind: 'by', day: { kind: 'in-days', days: 0 } }
  return unit === 'week'
    ? { kind: 'by', day: { kind: 'end-of-week', weeks: 0 } }
    : { kind: 'by', day: { kind: 'end-of-month', months: 0 } }
}

function readDated(groups: Groups): NamedTime['deadline'] | undefined {
  const day = readDay(groups)
  const time = readTime(groups)
  if (!day || time === 'none') return undefined
  return { kind: 'by', day, ...(time && { time }) }
}

function readDay(groups: Groups): DeadlineDay | undefined {
  if (groups.afterTomorrow) return { kind: 'in-days', days: 2 }
  if (groups.tomorrow) return { kind: 'in-days', days: 1 }
  const name = groups.weekday ?? groups.short
  if (name) {
    const weekday = WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3))) + 1
    return { kind: 'weekday', weekday, ...(groups.ofNext && { weeks: 1 as const }) }
  }
  if (groups.week) return { kind: 'end-of-week', weeks: 0 }
  if (groups.nextWeek) return { kind: 'end-of-week', weeks: 1 }
  if (groups.month) return { kind: 'end-of-month', months: 0 }
  if (groups.nextMonth) return { kind: 'end-of-month', months: 1 }
  if (groups.iso) {
    const [year = 0, month = 0, day = 0] = groups.iso.split('-').map(Number)
    return calendarDay(day, month, year)
  }
  const monthName = groups.name1 ?? groups.name2
  const day = Number(groups.day1 ?? groups.day2 ?? groups.day3)
  if (monthName) {
    const year = groups.year1 ?? groups.year2
    return calendarDay(day, MONTHS.indexOf(monthName.slice(0, 3)) + 1, year === undefined ? undefined : Number(year))
  }
  if (groups.day3) return calendarDay(day)
  return { kind: 'in-days', days: 0 }
}

function calendarDay(day: number, month?: number, year?: number): DeadlineDay | undefined {
  if (!(day >= 1 && day <= 31) || (month !== undefined && !(month >= 1 && month <= 12))) return undefined
  return { kind: 'date', ...(year !== undefined && { year }), ...(month !== undefined && { month }), day }
}

function readTime(groups: Groups) {
  const { hour, minute, half, noon, tonight, part0 } = groups
  const part: DayPart | undefined = tonight ? 'evening' : partOf(groups.part ?? part0?.slice('this '.length))
  if (noon) return noon === 'midnight' ? { hour: 23, minute: 59 } : { hour: 12, minute: 0 }
  if (hour !== undefined) {
    const meridiem = half === undefined ? part : half === 'a' ? 'am' : 'pm'
    return clockTime(Number(hour), Number(minute ?? 0), meridiem) ?? 'none'
  }
  return part && { hour: PART_ENDS[part], minute: 0 }
}

function partOf(word: string | undefined): DayPart | undefined {
  if (word === 'night') return 'evening'
  return word === 'morning' || word === 'afternoon' || word === 'evening' || word === 'noon' ? word : undefined
}

import { LANGUAGES, type Language } from '../../domain/index.ts'
import { type FoundPromise, findPromises, type PromiseDeadline } from '../../nlp/index.ts'
import type { NeedFile } from './pack-schema.ts'
import type { Report } from './text-rules.ts'
import type { Read } from './yaml-file.ts'

const HOURS_OF_UNIT = { hour: 1, day: 24, week: 7 * 24 } as const

/**
 * Warns of what an answer promises by a time without declaring it, so that nobody would keep account of it, and of a
 * declared promise with another time than the customer reads.
 */
export function checkPromises({ yaml, value: { answer } }: Read<NeedFile>, { warn }: Report): void {
  for (const language of LANGUAGES) {
    const path = ['answer', 'text', language]
    const timed = findPromises(answer.text[language] ?? '').filter(({ deadline }) => deadline.kind !== 'none')
    if (!answer.promise) for (const found of timed) warn(yaml, path, undeclared(found, language))
    const withinHours = answer.promise?.withinHours
    const said = timed.map(({ deadline }) => hoursOf(deadline)).filter((hours) => hours !== undefined)
    if (withinHours !== undefined && said.length > 0 && !said.includes(withinHours))
      warn(
        yaml,
        path,
        `the answer promises it within ${said.join(' or ')} hours, and promise.withinHours says ${withinHours}. Write the same in both`,
      )
  }
}

function undeclared({ what, deadline }: FoundPromise, language: Language): string {
  const hours = hoursOf(deadline) ?? 'HOURS'
  return `the answer promises something that nobody keeps account of: "${what}". Declare it under answer, such as "promise: { what: { ${language}: ... }, withinHours: ${hours} }", or say it so that it is no promise`
}

function hoursOf(deadline: PromiseDeadline): number | undefined {
  if (deadline.kind !== 'within') return undefined
  const { amount, unit } = deadline
  return unit === 'hour' || unit === 'day' || unit === 'week' ? amount * HOURS_OF_UNIT[unit] : undefined
}

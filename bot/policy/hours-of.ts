import type { Policy } from './policy.ts'

/** A queue's own hours, or the company's where it has none; whatever they leave out is the company's. */
export function hoursOf({ queues, hours }: Pick<Policy, 'queues' | 'hours'>, queueName: string): Policy['hours'] {
  const own = queues.find(({ name }) => name === queueName)?.hours
  if (!own) return hours
  const { timeZone = hours.timeZone, answerWithinHours = hours.answerWithinHours } = own
  return { ...own, timeZone, answerWithinHours }
}

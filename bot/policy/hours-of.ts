import type { Policy } from './policy.ts'

/** A queue's own hours, or the company's where it has none. */
export function hoursOf({ queues, hours }: Pick<Policy, 'queues' | 'hours'>, queueName: string): Policy['hours'] {
  return queues.find(({ name }) => name === queueName)?.hours ?? hours
}

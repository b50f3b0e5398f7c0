import type { Policy } from './policy.ts'

/** The queue that a need goes to: the one that claims it, else the first. @returns its name */
export function queueFor(queues: Policy['queues'], need: string | undefined): string {
  const claiming = need === undefined ? undefined : queues.find(({ needs }) => needs.includes(need))
  return (claiming ?? queues[0])?.name ?? 'general'
}

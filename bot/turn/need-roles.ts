import type { Need } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/** Something a customer can be helped with, as against greetings, thanks and calls for a person. */
export function isTopic(need: Need | undefined): boolean {
  return need?.role === 'task' || need?.role === 'complaint'
}

export function isSmalltalk(need: Need): boolean {
  return need.role === 'greeting' || need.role === 'thanks' || need.role === 'goodbye'
}

/** Something that the company wants people to handle, however sure the bot is. */
export function isForPeople(
  { name, role }: Need,
  { alwaysToPerson }: Pick<Policy['decide'], 'alwaysToPerson'>,
): boolean {
  return role === 'complaint' || alwaysToPerson.includes(name)
}

import type { Need } from '../../domain/index.ts'

/** Something a customer can be helped with, as against greetings, thanks and calls for a person. */
export function isTopic(need: Need | undefined): boolean {
  return need?.role === 'task' || need?.role === 'complaint'
}

export function isSmalltalk(need: Need): boolean {
  return need.role === 'greeting' || need.role === 'thanks' || need.role === 'goodbye'
}

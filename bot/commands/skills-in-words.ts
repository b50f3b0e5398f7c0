import type { Agent } from '../../domain/index.ts'

/** Which customers somebody takes, for the command line. */
export function skillsInWords({
  languages,
  queues,
  capacity,
}: Pick<Agent, 'languages' | 'queues' | 'capacity'>): string {
  const list = (names: readonly string[], all: string) => (names.length === 0 ? all : names.join(', '))
  return `${list(languages, 'every language')}; ${list(queues, 'every queue')}; ${capacity} at once`
}

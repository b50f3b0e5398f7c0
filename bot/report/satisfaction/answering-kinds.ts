import type { RatedSurveys } from '../../../analytics/index.ts'
import type { AnsweringCell } from '../../../store/index.ts'

/** Surveys by what was known of them when they were sent: what tells who answers. All of one subject. */
export function answeringKinds(cells: readonly AnsweringCell[]): RatedSurveys[] {
  const traitsOf = ({ channel, language, need, gapFrom, messagesFrom }: AnsweringCell) => [
    channel,
    language,
    need ?? '',
    String(gapFrom ?? ''),
    String(messagesFrom ?? ''),
  ]
  return [...Map.groupBy(cells, (cell) => JSON.stringify(traitsOf(cell)))].map(([traits, alike]) => {
    const count = (holds: (cell: AnsweringCell) => boolean) =>
      alike.reduce((sum, cell) => sum + (holds(cell) ? cell.surveys : 0), 0)
    return {
      traits: JSON.parse(traits) as string[],
      sent: count(() => true),
      answered: count(({ rating }) => rating !== undefined),
      satisfied: count(({ rating }) => rating !== undefined && rating >= 4),
    }
  })
}

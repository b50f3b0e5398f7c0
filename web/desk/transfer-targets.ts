import type { DeskColleague, DeskQueue, Language } from '../../bot/http/api.ts'

export type Transfer = { to: { agentId: string } | { queue: string }; comment?: string }

export interface TransferColleague extends DeskColleague {
  /** They name their languages, and the customer's is not among them. */
  otherLanguage: boolean
}

/** Whom a conversation can go to, those who can take it at once first, then by how little they have open. */
export function transferColleagues(
  { colleagues, me }: Pick<DeskQueue, 'colleagues' | 'me'>,
  language: Language,
): TransferColleague[] {
  return colleagues
    .filter(({ agentId, role }) => agentId !== me.agentId && role !== 'manager')
    .map((colleague) => ({
      ...colleague,
      otherLanguage: colleague.languages.length > 0 && !colleague.languages.includes(language),
    }))
    .sort(
      (a, b) =>
        obstacles(a) - obstacles(b) || a.open / a.capacity - b.open / b.capacity || a.name.localeCompare(b.name),
    )
}

/** Being away weighs most: somebody full is at least there to be asked. */
function obstacles({ atDesk, available, open, capacity, otherLanguage }: TransferColleague): number {
  return (atDesk ? 0 : 8) + (available ? 0 : 4) + (otherLanguage ? 2 : 0) + (open < capacity ? 0 : 1)
}

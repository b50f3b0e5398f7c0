import type { Language } from '../../bot/http/api.ts'

/** A need of the pack, as pages offer it. */
export interface NamedNeed {
  name: string
  title: Record<Language, string>
}

/** Needs whose title in either language or whose name holds what is sought; the chosen one always stays in sight. */
export function matchingNeeds(needs: readonly NamedNeed[], sought: string, chosen: string | undefined): NamedNeed[] {
  const wanted = sought.trim().toLowerCase()
  return needs.filter(
    (need) =>
      need.name === chosen ||
      [need.name, need.title.en, need.title.zh].some((text) => text.toLowerCase().includes(wanted)),
  )
}

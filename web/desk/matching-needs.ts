import type { DeskConversation } from '../../bot/http/api.ts'

/** Needs whose title in either language or whose name holds what is sought; the chosen one always stays in sight. */
export function matchingNeeds(
  needs: DeskConversation['needs'],
  sought: string,
  chosen: string | undefined,
): DeskConversation['needs'] {
  const wanted = sought.trim().toLowerCase()
  return needs.filter(
    (need) =>
      need.name === chosen ||
      [need.name, need.title.en, need.title.zh].some((text) => text.toLowerCase().includes(wanted)),
  )
}

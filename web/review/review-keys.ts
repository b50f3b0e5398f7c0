import type { ShortcutGroup } from '../shared/shortcuts-dialog.tsx'
import type { ReviewWords } from './words/en.ts'

/** The numbers that stand beside what the bot believes. */
export const BELIEVED_KEYS = ['1', '2', '3'] as const

export function keyGroups(words: ReviewWords): ShortcutGroup[] {
  const { keys } = words
  return [
    {
      title: keys.decide,
      shortcuts: [
        [['a'], keys.accept],
        [[...BELIEVED_KEYS], keys.believed],
        [['c'], keys.choose],
        [['n'], keys.none],
        [['x'], keys.reject],
        [['b'], keys.putBack],
        [['u'], keys.undo],
      ],
    },
    {
      title: keys.move,
      shortcuts: [
        [['j'], keys.next],
        [['k'], keys.previous],
        [['?'], keys.help],
      ],
    },
  ]
}

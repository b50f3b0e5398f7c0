import type { ShortcutGroup } from '../shared/shortcuts-dialog.tsx'
import type { DeskWords } from './words/en.ts'

type Meaning = keyof DeskWords['shortcutMeaning']

/** Single keys, by what they do. */
export const SHORTCUTS = {
  j: 'next',
  k: 'previous',
  f: 'filter',
  w: 'withBot',
  d: 'promises',
  a: 'accept',
  x: 'pass',
  o: 'takeOver',
  i: 'join',
  r: 'reply',
  n: 'note',
  m: 'promise',
  t: 'transfer',
  b: 'returnToBot',
  e: 'resolve',
  p: 'presence',
  s: 'sound',
  '?': 'help',
} as const satisfies Record<string, Meaning>

export type Shortcut = keyof typeof SHORTCUTS

/** What the list of shortcuts shows, with the keys of the reply box among them. */
export const SHORTCUT_GROUPS: Record<keyof DeskWords['shortcutGroups'], [keys: string[], meaning: Meaning][]> = {
  move: [single('j'), single('k'), single('f'), single('w'), single('d')],
  talk: [
    single('a'),
    single('x'),
    single('o'),
    single('r'),
    single('n'),
    [['Enter'], 'send'],
    [['Shift', 'Enter'], 'newLine'],
    [['↑'], 'correct'],
    [['/'], 'replies'],
    [['1', '5'], 'suggestion'],
    [['Esc'], 'leaveBox'],
    single('m'),
    [['Alt', 'Y C N'], 'keepTrack'],
    single('t'),
    single('b'),
    single('e'),
    single('i'),
  ],
  desk: [single('p'), single('s'), single('?')],
}

function single(key: Shortcut): [string[], Meaning] {
  return [[key], SHORTCUTS[key]]
}

/** The list of shortcuts, in words. */
export function shortcutGroups(words: DeskWords): ShortcutGroup[] {
  const groups = Object.keys(SHORTCUT_GROUPS) as (keyof typeof SHORTCUT_GROUPS)[]
  return groups.map((group) => ({
    title: words.shortcutGroups[group],
    shortcuts: SHORTCUT_GROUPS[group].map(([keys, meaning]) => [keys, words.shortcutMeaning[meaning]]),
  }))
}

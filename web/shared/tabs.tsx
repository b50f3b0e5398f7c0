import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface Tab<Name extends string> {
  name: Name
  title: ComponentChildren
}

/** Views of a page, one at a time. Arrows, Home and End choose among the tabs; Tab goes on into the view. */
export function Tabs<Name extends string>(props: {
  label: string
  tabs: readonly Tab<Name>[]
  chosen: Name
  onChoose: (name: Name) => void
  /** The chosen view. */
  children: ComponentChildren
}) {
  const { tabs, chosen } = props
  const buttons = useRef(new Map<Name, HTMLButtonElement | null>())
  // On a narrow screen the row scrolls: the chosen one may begin out of sight.
  useEffect(() => {
    buttons.current.get(chosen)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === chosen)
    const to = steppedTo(event.key, at, tabs.length)
    const next = to === undefined ? undefined : tabs[to]
    if (!next) return
    event.preventDefault()
    props.onChoose(next.name)
    buttons.current.get(next.name)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label}>
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            ref={(button) => void buttons.current.set(name, button)}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="tab-panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => props.onChoose(name)}
            onKeyDown={move}
          >
            {title}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${chosen}`}>
        {props.children}
      </div>
    </>
  )
}

/** The place that a key leads to from `at`, among `count` in a row without ends; undefined for any other key. */
export function steppedTo(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

import { widgetStyle } from './widget-style.ts'
import type { LoaderWords } from './words.ts'

export interface Widget {
  isOpen(): boolean
  show(): void
  hide(): void
  /** Puts the chat's frame into its window. */
  place(frame: HTMLIFrameElement): void
  setUnread(count: number): void
  setWords(words: LoaderWords): void
}

const SPEECH = 'M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H10l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z'
const CROSS = 'M6 6l12 12M18 6L6 18'

/** The button and the chat's window, in a shadow tree so that neither the page's styles nor ours leak. */
export function drawWidget(firstWords: LoaderWords, on: { onToggle: () => void }): Widget {
  const host = document.createElement('div')
  host.dataset.candor = ''
  const root = host.attachShadow({ mode: 'open' })
  // A constructed sheet passes a page's content security policy, a <style> element may not.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(widgetStyle)
  root.adoptedStyleSheets = [sheet]

  const pane = document.createElement('div')
  pane.className = 'pane'
  pane.id = 'pane'
  pane.hidden = true

  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-controls', 'pane')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  icon.append(path)
  const label = document.createElement('span')
  const badge = document.createElement('b')
  badge.setAttribute('role', 'status')
  button.append(icon, label)
  button.addEventListener('click', on.onToggle)
  root.append(pane, badge, button)
  document.body.append(host)

  let words = firstWords
  let unread = 0
  const draw = () => {
    const open = !pane.hidden
    host.toggleAttribute('data-open', open)
    button.setAttribute('aria-expanded', String(open))
    label.textContent = open ? words.close : words.open
    path.setAttribute('d', open ? CROSS : SPEECH)
    badge.hidden = unread === 0 || open
    badge.textContent = badge.hidden ? '' : String(Math.min(unread, 99))
    badge.setAttribute('aria-label', badge.hidden ? '' : words.unread(unread))
  }
  draw()

  return {
    isOpen: () => !pane.hidden,
    show() {
      pane.hidden = false
      unread = 0
      draw()
    },
    hide() {
      pane.hidden = true
      draw()
      button.focus()
    },
    place: (frame) => pane.append(frame),
    setUnread(count) {
      unread = count
      draw()
    },
    setWords(newWords) {
      words = newWords
      draw()
    },
  }
}

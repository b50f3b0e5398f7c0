import type { FromChat, ToChat } from '../chat/embed.ts'
import { drawWidget } from './widget.ts'
import { loaderWords, pageLanguage } from './words.ts'

/*
 * The one line that a shop puts into its pages: <script src="https://HOST/chat.js" async></script>
 * Draws a button; the chat itself is loaded when the button is first used.
 */
function start(script: HTMLScriptElement): void {
  const origin = new URL(script.src).origin
  const page = document.documentElement
  const language = () => pageLanguage(page.lang, navigator.languages)
  const widget = drawWidget(loaderWords[language()], { onToggle: toggle })
  // A page with a language switch of its own, or one that learns its language late.
  new MutationObserver(() => widget.setWords(loaderWords[language()])).observe(page, { attributeFilter: ['lang'] })
  let frame: HTMLIFrameElement | undefined

  function toggle(): void {
    if (widget.isOpen()) close()
    else open()
  }

  function open(): void {
    if (!frame) {
      frame = document.createElement('iframe')
      frame.title = loaderWords[language()].title
      frame.allow = 'clipboard-write'
      frame.src = `${origin}/chat/?lang=${language()}`
      widget.place(frame)
    }
    widget.show()
    tell({ type: 'candor:shown' })
    frame.focus()
  }

  function close(): void {
    widget.hide()
    tell({ type: 'candor:hidden' })
  }

  function tell(message: ToChat): void {
    frame?.contentWindow?.postMessage(message, origin)
  }

  window.addEventListener('message', (event: MessageEvent<Partial<FromChat> | null>) => {
    if (event.origin !== origin || event.source !== frame?.contentWindow) return
    if (event.data?.type === 'candor:close') close()
    if (event.data?.type === 'candor:unread') widget.setUnread(Number(event.data.count) || 0)
  })
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && widget.isOpen()) close()
  })
}

// An async script is the current one while it first runs; twice in a page it still draws one button.
const script = document.currentScript
if (script instanceof HTMLScriptElement && !document.querySelector('[data-candor]')) {
  if (document.body) start(script)
  else document.addEventListener('DOMContentLoaded', () => start(script))
}

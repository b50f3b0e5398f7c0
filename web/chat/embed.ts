/**
 * What the chat and the page that embeds it (web/loader) tell each other. The chat does not know the page's origin, so
 * nothing goes out but a number and a wish to be closed; it listens to its parent alone.
 */
export type FromChat = { type: 'candor:unread'; count: number } | { type: 'candor:close' }
export type ToChat = { type: 'candor:shown' } | { type: 'candor:hidden' }

export const isEmbedded = window.parent !== window

export function tellPage(message: FromChat): void {
  if (isEmbedded) window.parent.postMessage(message, '*')
}

/** Calls back with whether the chat is in sight; returns how to stop. */
export function onShown(listener: (shown: boolean) => void): () => void {
  const listen = (event: MessageEvent<Partial<ToChat> | null>) => {
    if (event.source !== window.parent) return
    if (event.data?.type === 'candor:shown') listener(true)
    if (event.data?.type === 'candor:hidden') listener(false)
  }
  window.addEventListener('message', listen)
  return () => window.removeEventListener('message', listen)
}

import { useEffect, useState } from 'preact/hooks'

/** The section that the address names after its `#`, followed as it changes; empty when there is none. */
export function useAnchor(): string {
  const [anchor, setAnchor] = useState(readAnchor)
  useEffect(() => {
    const read = () => setAnchor(readAnchor())
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return anchor
}

/**
 * Goes to the section once it is drawn: the browser looks for it while the page is still empty, and finds nothing.
 * The focus goes along, so that the keyboard and a screen reader continue there.
 */
export function useGoTo(anchor: string): void {
  useEffect(() => {
    const target = anchor !== '' ? document.getElementById(anchor) : null
    target?.scrollIntoView()
    target?.focus({ preventScroll: true })
  }, [anchor])
}

function readAnchor(): string {
  const encoded = window.location.hash.slice(1)
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

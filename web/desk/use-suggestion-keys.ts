import { useEffect, useRef } from 'preact/hooks'

/** The keys 1 to 5 choose a suggestion: alone outside of text fields, with Alt everywhere. They rest while a dialog is open. */
export function useSuggestionKeys(choose: (place: number) => void): void {
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // The code, not the key: with Alt some keyboards write another sign.
      const [, digit] = /^Digit([1-5])$/.exec(event.code) ?? []
      if (digit === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      if (event.isComposing || document.querySelector('dialog[open]')) return
      const writing = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (writing && !event.altKey) return
      event.preventDefault()
      latest.current(Number(digit) - 1)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

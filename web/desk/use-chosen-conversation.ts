import { useCallback, useEffect, useState } from 'preact/hooks'

/** The conversation in the address (`#id`), so that a reload and a bookmark come back to it. */
export function useChosenConversation(): [string | undefined, (id: string | undefined) => void] {
  const read = () => decodeURIComponent(window.location.hash.slice(1)) || undefined
  const [chosen, setChosen] = useState(read)
  useEffect(() => {
    const listen = () => setChosen(read())
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [])
  const choose = useCallback((id: string | undefined) => {
    window.history.replaceState(null, '', id === undefined ? window.location.pathname : `#${encodeURIComponent(id)}`)
    setChosen(id)
  }, [])
  return [chosen, choose]
}

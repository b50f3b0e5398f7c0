import { useCallback, useEffect, useState } from 'preact/hooks'

export const VIEWS = ['messages', 'backlog', 'answers'] as const
export type View = (typeof VIEWS)[number]

/** The view in the address (`#backlog`), so that a reload and a bookmark come back to it. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState(viewInAddress)
  useEffect(() => {
    const follow = () => setView(viewInAddress())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const choose = useCallback((chosen: View) => {
    window.history.replaceState(null, '', `#${chosen}`)
    setView(chosen)
  }, [])
  return [view, choose]
}

function viewInAddress(): View {
  return VIEWS.find((view) => window.location.hash === `#${view}`) ?? 'messages'
}

import { useCallback, useEffect, useState } from 'preact/hooks'

/**
 * The view of a page in its address (`#backlog`), so that a reload and a bookmark come back to it.
 * @param views all there are, the same array at each call; the first one is shown where the address names none
 */
export function useView<View extends string>(views: readonly [View, ...View[]]): [View, (view: View) => void] {
  const inAddress = useCallback(() => views.find((view) => window.location.hash === `#${view}`) ?? views[0], [views])
  const [view, setView] = useState(inAddress)
  useEffect(() => {
    const follow = () => setView(inAddress())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [inAddress])
  const choose = useCallback((chosen: View) => {
    window.history.replaceState(null, '', `#${chosen}`)
    setView(chosen)
  }, [])
  return [view, choose]
}

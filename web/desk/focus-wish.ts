import type { Ref } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Where the focus goes after an act, so that it is never lost with the button that was pressed. */
export type Place = 'reply' | 'note' | 'conversation' | 'queue' | 'filter'

export interface FocusWish {
  place: Place
}

/**
 * A wish stands until the person does something themselves: the place may have to be loaded first,
 * and may be drawn anew in between.
 */
export function useFocusWish(): [FocusWish | undefined, (place: Place) => void] {
  const [wish, setWish] = useState<FocusWish>()
  useEffect(() => {
    const end = () => setWish(undefined)
    window.addEventListener('keydown', end, true)
    window.addEventListener('pointerdown', end, true)
    return () => {
      window.removeEventListener('keydown', end, true)
      window.removeEventListener('pointerdown', end, true)
    }
  }, [])
  return [wish, useCallback((place) => setWish({ place }), [])]
}

/** For the element that stands at the place. */
export function useWishedFocus<Wished extends HTMLElement>(wish: FocusWish | undefined, place: Place): Ref<Wished> {
  const element = useRef<Wished>(null)
  useLayoutEffect(() => {
    if (wish?.place === place) element.current?.focus()
  }, [wish, place])
  return element
}

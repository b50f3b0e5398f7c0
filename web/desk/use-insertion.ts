import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { placeToFill } from './fill-reply.ts'

/** A text to be put into the answer; each wish is an object of its own, so that the same text can be put in twice. */
export interface Insertion {
  text: string
}

/**
 * Puts the text where the cursor stands and marks the first place to fill, so that typing fills it. Sends nothing.
 *
 * @param isReply the box holds the answer to the customer; until it does, nothing is put in
 * @param toReply asks for that: a text for the customer has no place in a note
 */
export function useInsertion(
  box: RefObject<HTMLTextAreaElement | null>,
  insertion: Insertion | undefined,
  isReply: boolean,
  toReply: () => void,
): void {
  // A box that is new has not missed anything: what was inserted before went into another.
  const seen = useRef(insertion)
  // At once: the next key that is pressed belongs behind it.
  useLayoutEffect(() => {
    if (insertion === seen.current) return
    if (!isReply) return toReply()
    seen.current = insertion
    const place = box.current
    if (!insertion || !place) return
    place.focus()
    const start = place.selectionStart
    // The one way to write that the browser's own undo takes back, and that is told like typing.
    document.execCommand('insertText', false, insertion.text)
    const gap = placeToFill(insertion.text)
    if (gap) place.setSelectionRange(start + gap.start, start + gap.end)
  }, [box, insertion, isReply])
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A native dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Closed rather than just removed, so that the focus goes back to where it was.
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} class="modal" aria-labelledby="modal-title" onClose={props.onClose}>
      <h2 id="modal-title">{props.title}</h2>
      {props.children}
    </dialog>
  )
}

import { useRef } from 'preact/hooks'
import { ACCEPTED_FILES } from './file-rules.ts'

/** Opens the browser's own choice of files. */
export function AttachButton(props: { label: string; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="button button-quiet attach"
        aria-label={props.label}
        title={props.label}
        onClick={() => input.current?.click()}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M14.5 8.5l-5.6 5.6a2.6 2.6 0 0 1-3.7-3.7l6.6-6.6a4 4 0 0 1 5.6 5.6l-6.9 6.9"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
          />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED_FILES}
        onChange={({ currentTarget }) => {
          props.onFiles([...(currentTarget.files ?? [])])
          // The same file once more is a change, too.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** For a form that takes files which are pasted into it or dropped on it; text goes its usual way. */
export function takesFiles(onFiles: (files: File[]) => void) {
  const take = (event: Event, transfer: DataTransfer | null) => {
    const files = [...(transfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    // Without this a browser opens the file in place of the page.
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    },
  }
}

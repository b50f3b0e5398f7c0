import { useState } from 'preact/hooks'
import type { FileInfo, Language } from '../../bot/http/api.ts'
import { fileSize } from './numbers.ts'

/** A file of a message: a picture in place, anything else as a link with its size. `url` is absent until it is stored. */
export function FileView(props: {
  file: Pick<FileInfo, 'name' | 'mediaType' | 'bytes'> & { url?: string }
  language: Language
}) {
  const { name, mediaType, bytes, url } = props.file
  const [broken, setBroken] = useState(false)
  const label = (
    <>
      <span class="file-name" dir="auto">
        {name}
      </span>{' '}
      <span class="file-size">{fileSize(bytes, props.language)}</span>
    </>
  )
  if (url === undefined) return <p class="file">{label}</p>
  if (!mediaType.startsWith('image/') || broken) {
    return (
      <a class="file" href={url} download={name}>
        {label}
      </a>
    )
  }
  return (
    <a class="file-picture" href={url} target="_blank" rel="noopener noreferrer">
      <img src={url} alt={name} onError={() => setBroken(true)} />
    </a>
  )
}

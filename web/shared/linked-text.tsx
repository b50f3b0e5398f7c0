import { linkParts } from './safe-link.ts'

/** What somebody wrote: text nodes and safe links, never markup. */
export function LinkedText(props: { text: string }) {
  return (
    <>
      {linkParts(props.text).map((part, index) =>
        part.href ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  )
}

/**
 * The address if it may be followed from a page of ours, else undefined: http and https, or a path on this site.
 * Everything else (`javascript:`, `data:`, `//other.host`) is shown as text.
 */
export function safeHref(address: string): string | undefined {
  if (/^\/(?![/\\])/.test(address)) return address
  if (!/^https?:\/\//i.test(address)) return undefined
  return URL.canParse(address) ? address : undefined
}

export type TextPart = { text: string; href?: string }

/** Cuts a text into plain parts and web addresses; the parts joined are the text again. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  // Chinese punctuation and brackets end an address; trailing full stops and commas belong to the sentence.
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'（）()，。；、！？【】「」《》]+/gi)) {
    const address = match[0].replace(/[.,;:!?]+$/, '')
    const href = safeHref(address)
    if (!href) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: address, href })
    from = match.index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

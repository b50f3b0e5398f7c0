import { useEffect, useRef, useState } from 'preact/hooks'
import { isEmbedded, onShown, tellPage } from './embed.ts'
import type { Line } from './line.ts'

/** Counts what the company wrote while the chat was out of sight, and tells the embedding page. */
export function useUnread(lines: readonly Line[]): void {
  const [shown, setShown] = useState(true)
  const fromCompany = lines.filter((line) => line.from !== 'customer').length
  const read = useRef(fromCompany)
  useEffect(() => (isEmbedded ? onShown(setShown) : undefined), [])
  useEffect(() => {
    if (shown) read.current = fromCompany
    tellPage({ type: 'candor:unread', count: fromCompany - read.current })
  }, [shown, fromCompany])
}

import { useEffect, useState } from 'preact/hooks'
import type { ChatPromise } from '../../bot/http/api.ts'
import type { ChatConnection, Status } from './connection.ts'
import type { Line } from './line.ts'
import { saysOfPromises } from './read-lines.ts'

/** What was promised to the customer, read when the chat is connected and whenever something was said that may change it. */
export function usePromises(
  lines: readonly Line[],
  status: Status,
  connection: Pick<ChatConnection, 'promises'>,
): readonly ChatPromise[] {
  const [promises, setPromises] = useState<readonly ChatPromise[]>([])
  const said = lines.filter(saysOfPromises).length
  const isOnline = status === 'online' && lines.length > 0
  useEffect(() => {
    if (!isOnline) return
    let stale = false
    void connection.promises().then((read) => {
      if (read && !stale) setPromises(read)
    })
    return () => {
      stale = true
    }
  }, [connection, isOnline, said])
  return promises
}

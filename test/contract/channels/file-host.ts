import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FileHost {
  url: string
  /** Paths that were asked for. */
  asked: string[]
  stop(): Promise<void>
}

/** Stands in for the place where Microsoft's cloud keeps what people attach. */
export async function openFileHost(
  answer: (path: string, response: ServerResponse<IncomingMessage>) => void,
): Promise<FileHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request.url ?? '', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

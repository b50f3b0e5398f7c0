import { CandorError } from '../../../domain/index.ts'
import type { HttpReply, HttpRequest, Route } from '../route.ts'
import type { StaticFile } from '../static-files.ts'

/** The built pages and scripts, for every address that is not the API. */
export function pageRoute(files: ReadonlyMap<string, StaticFile>): Route {
  return {
    method: 'GET',
    path: '*',
    async handle(request) {
      const file = files.get(request.path)
      if (!file) throw new CandorError('NOT_FOUND', { path: request.path.slice(0, 200) })
      return fileReply(file, request)
    },
  }
}

function fileReply(file: StaticFile, { headers }: HttpRequest): HttpReply {
  const common = { ETag: file.etag, 'Cache-Control': file.cacheControl, Vary: 'Accept-Encoding' }
  const known = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''))
  if (known?.includes(file.etag)) return { status: 304, headers: common }
  const gzipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? file.gzipped : undefined
  return {
    status: 200,
    headers: { ...common, 'Content-Type': file.type, ...(gzipped && { 'Content-Encoding': 'gzip' }) },
    body: gzipped ?? file.bytes,
  }
}

import { createHash } from 'node:crypto'
import type { TransparencyPage } from '../api.ts'
import type { Route } from '../route.ts'

/** A shared cache may give it out for so long: the figures change once in a period, the hours seldom. */
const CACHE_SECONDS = 300

/** GET /api/transparency: what the company promises and how it keeps it, the same bytes for everybody. */
export function transparencyRoute(page: () => Promise<TransparencyPage>): Route {
  return {
    method: 'GET',
    path: '/api/transparency',
    async handle({ headers }) {
      const bytes = Buffer.from(JSON.stringify(await page()))
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      const common = { ETag: etag, 'Cache-Control': `public, max-age=${CACHE_SECONDS}` }
      const known = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''))
      if (known?.includes(etag)) return { status: 304, headers: common }
      return { status: 200, headers: { ...common, 'Content-Type': 'application/json; charset=utf-8' }, body: bytes }
    },
  }
}

import { bothLanguages, CandorError, type KnowledgePack } from '../../../domain/index.ts'
import type { HelpText } from '../api.ts'
import { ok, type Route } from '../route.ts'

/** GET /api/help: what the page that the answers' sources lead to has to say. */
export function helpRoute(pack: () => KnowledgePack): Route {
  return {
    method: 'GET',
    path: '/api/help',
    async handle({ path }) {
      const { help, title } = pack()
      if (!help) throw new CandorError('NOT_FOUND', { path })
      const text: HelpText = { company: bothLanguages(title), help }
      return ok(text)
    },
  }
}

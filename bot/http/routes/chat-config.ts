import type { KnowledgePack } from '../../../domain/index.ts'
import type { ChatConfig } from '../api.ts'
import { bothLanguages } from '../desk/both-languages.ts'
import { ok, type Route } from '../route.ts'

/** GET /api/chat/config: what the chat window must know before anybody has written. */
export function chatConfigRoute(pack: KnowledgePack): Route {
  const config: ChatConfig = {
    company: bothLanguages(pack.title),
    languages: pack.languages,
    defaultLanguage: pack.defaultLanguage,
  }
  return { method: 'GET', path: '/api/chat/config', handle: async () => ok(config) }
}

import { bothLanguages, type KnowledgePack } from '../../../domain/index.ts'
import type { ChatConfig } from '../api.ts'
import { ok, type Route } from '../route.ts'

/** GET /api/chat/config: what the chat window must know before anybody has written. */
export function chatConfigRoute(pack: () => KnowledgePack): Route {
  return {
    method: 'GET',
    path: '/api/chat/config',
    async handle() {
      const { title, languages, defaultLanguage } = pack()
      const config: ChatConfig = { company: bothLanguages(title), languages, defaultLanguage }
      return ok(config)
    },
  }
}

import { z } from 'zod'
import { CandorError, LANGUAGES } from '../../../domain/index.ts'
import { withoutPlaceholders } from '../../../nlp/index.ts'
import { NEED_NAME } from '../../knowledge/index.ts'
import type { AnswerReader } from '../../learning/index.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

const LONGEST = 4_000

const body = z.strictObject({
  // A file of the pack is named after it.
  need: z.string().max(200).regex(NEED_NAME),
  language: z.enum(LANGUAGES),
  text: z.string().trim().min(1).max(LONGEST),
  replaces: z.string(),
})
const MEND = `Send {need, language, text, replaces}: a text of at most ${LONGEST} characters, and what the pack says now.`

/** What agents answer often, and how it becomes the pack's answer, for managers. */
export function answerRoutes(guard: Guard, answers: AnswerReader): Route[] {
  const enter = (request: HttpRequest) => guard.enter(request, 'Proposed answers', MANAGERS)
  return [
    {
      method: 'GET',
      path: '/api/review/answers',
      async handle(request) {
        await enter(request)
        return ok(await answers.read())
      },
    },
    {
      method: 'POST',
      path: '/api/review/answers',
      async handle(request) {
        const { agent } = await enter(request)
        const answer = parseBody(body, request.body, MEND)
        if (hasPlaceholder(answer.text)) {
          const problem = 'text: a word in brackets stands where a name or a number was'
          throw new CandorError('BODY_INVALID', { problem, mend: 'Write what holds for every customer instead.' })
        }
        return ok(await answers.take(agent.id, answer))
      },
    },
  ]
}

function hasPlaceholder(text: string): boolean {
  return withoutPlaceholders(text) !== text.replace(/\s+/g, ' ').trim()
}

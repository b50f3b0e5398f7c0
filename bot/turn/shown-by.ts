import type { MessageBody, TurnShown } from '../../domain/index.ts'

/**
 * What the bot told of itself with the messages of one turn. Every channel shows what a body carries: see
 * bot/channels/footer.ts for clients that show text only.
 */
export function shownBy(said: readonly { body: MessageBody }[]): TurnShown {
  const answers = said.flatMap(({ body }) => (body.kind === 'answer' ? [body] : []))
  return {
    ...(answers.length > 0 && {
      source: answers.every(({ source }) => source !== undefined),
      // No answer can be said without it.
      confidence: true,
    }),
    person: said.some(({ body }) => body.kind === 'handover' || ('offersPerson' in body && body.offersPerson === true)),
  }
}

import { z } from 'zod'
import type { DeskCommand } from '../api.ts'

const id = z.string().min(1).max(300)
const seq = z.int().min(0)

const command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('follow'), conversations: z.record(id, seq) }),
  z.strictObject({ kind: z.literal('typing'), conversationId: id }),
  z.strictObject({ kind: z.literal('read'), conversationId: id, seq }),
])

/** What a desk asks for; undefined for what is none of it, such as the command of a newer page. */
export function parseDeskCommand(frame: string): DeskCommand | undefined {
  try {
    return command.safeParse(JSON.parse(frame)).data
  } catch {
    return undefined
  }
}

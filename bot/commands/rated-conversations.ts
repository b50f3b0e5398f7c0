import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { CandorError, LANGUAGES } from '../../domain/index.ts'
import type { RatedConversation } from '../../nlp/index.ts'

const Line = z.strictObject({
  id: z.string().min(1),
  language: z.enum(LANGUAGES),
  turns: z.array(
    z.strictObject({
      from: z.enum(['customer', 'business']),
      text: z.string(),
      satisfaction: z.number().min(0).max(1).nullish(),
      // Taken so that public files need no editing; never used, because a product has no such label.
      intent: z.string().nullish(),
    }),
  ),
})

/**
 * Reads rated conversations, one JSON object a line: `{id, language, turns: [{from, text, satisfaction}]}` with
 * satisfaction 0..1, or null or left out where nobody rated the turn. Empty lines are skipped.
 * @throws CandorError FILE_UNREADABLE, CONFIG_INVALID with the line
 */
export async function readRatedConversations(file: string): Promise<RatedConversation[]> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file, problem }, { cause })
  })
  const conversations = source
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => parseLine(file, line, text))
  if (conversations.length === 0) {
    throw invalid(file, 'there is no conversation in it', 'Write one conversation a line')
  }
  return conversations
}

function parseLine(file: string, line: number, text: string): RatedConversation {
  const found = Line.safeParse(parseJson(file, line, text))
  if (!found.success) {
    const issue = found.error.issues[0]
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
    throw invalid(
      `${file}, line ${line}`,
      `${where}${issue?.message ?? 'not a conversation'}`,
      'Write {"id":"…","language":"en","turns":[{"from":"customer","text":"…","satisfaction":0.5}]}',
    )
  }
  const { id, language, turns } = found.data
  return {
    id,
    language,
    turns: turns.map(({ from, text: said, satisfaction }) => ({
      from,
      text: said,
      satisfaction: satisfaction ?? null,
    })),
  }
}

function parseJson(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(`${file}, line ${line}`, 'it is not JSON', 'Write one JSON object a line')
  }
}

function invalid(field: string, problem: string, mend: string): CandorError {
  return new CandorError('CONFIG_INVALID', { field, problem, mend })
}

import {
  type Agent,
  bothLanguages,
  type KnowledgePack,
  type Message,
  type Note,
  type Turn,
} from '../../../domain/index.ts'
import type { DeskMessage, DeskNote } from '../api.ts'

/** @param turn what the bot made of it, if it did */
export function deskMessage(
  message: Message,
  turn: Turn | undefined,
  agents: ReadonlyMap<string, Agent>,
  viewer: Agent,
  pack: KnowledgePack,
): DeskMessage {
  const author = message.from === 'agent' ? agents.get(message.authorId ?? '') : undefined
  return {
    id: message.id,
    seq: message.seq,
    from: message.from,
    ...(author && { authorName: author.name }),
    at: message.at,
    text: message.text,
    kind: message.body.kind,
    mine: message.from === 'agent' && message.authorId === viewer.id,
    ...(message.body.kind === 'file' && {
      file: { ...message.body.file, url: fileUrl(message, message.body.file.id) },
    }),
    ...(message.body.kind === 'correction' && { corrects: message.body.of }),
    ...(turn && { understood: understood(turn, pack) }),
  }
}

function fileUrl({ conversationId }: Message, fileId: string): string {
  return `/api/desk/conversations/${encodeURIComponent(conversationId)}/files/${fileId}`
}

export function deskNote({ id, at, agentId, text, afterSeq }: Note, agents: ReadonlyMap<string, Agent>): DeskNote {
  return { id, at, authorName: agents.get(agentId)?.name ?? '', text, afterSeq }
}

/** Needs an agent can take in at a glance. */
const TOP_NEEDS = 3

function understood(turn: Turn, pack: KnowledgePack): NonNullable<DeskMessage['understood']> {
  const { understanding, gap, decision } = turn
  return {
    language: understanding.language,
    needs: understanding.needs.slice(0, TOP_NEEDS).map(({ need, probability }) => ({
      need,
      title: bothLanguages(pack.needs.find(({ name }) => name === need)?.title ?? { en: need }),
      probability,
    })),
    outOfScope: understanding.outOfScope,
    entities: understanding.entities.map(({ type, text, value }) => ({ type, text, value })),
    sentiment: understanding.sentiment,
    gap: gap.value,
    gapReasons: gap.reasons,
    decision: decision.kind,
  }
}

import type { ConversationEvent, ConversationEventKind } from '../../domain/index.ts'

type Speaker = 'bot' | 'agent' | 'nobody' | 'closed'

/** Who speaks before and after each event: told again here, apart from the state machine that is judged by it. */
const CHANGES: Partial<Record<ConversationEventKind, { from: Speaker[]; to: Speaker }>> = {
  escalated: { from: ['bot'], to: 'nobody' },
  accepted: { from: ['nobody'], to: 'agent' },
  'taken-over': { from: ['bot', 'agent'], to: 'agent' },
  transferred: { from: ['agent'], to: 'nobody' },
  'given-back': { from: ['agent'], to: 'nobody' },
  joined: { from: ['agent'], to: 'agent' },
  left: { from: ['agent'], to: 'agent' },
  returned: { from: ['agent'], to: 'bot' },
  resolved: { from: ['bot', 'agent'], to: 'closed' },
  reopened: { from: ['closed'], to: 'bot' },
}

export interface Speakers {
  /** Events that could not happen to who spoke just then. */
  broken: ConversationEvent[]
  /** Who could speak then: `bot` and ids of agents. What happened in that very millisecond counts before and after. */
  at(moment: number): string[]
}

/** Reads from what happened to a conversation who could speak in it, and when. */
export function speakersOf(events: readonly ConversationEvent[]): Speakers {
  const broken: ConversationEvent[] = []
  const spans: { since: number; until: number; speakers: string[] }[] = []
  let speaker: Speaker = 'bot'
  let names = ['bot']
  let since = 0
  for (const event of events) {
    const { kind, at, agentId } = event
    if (kind === 'opened') continue
    const change = CHANGES[kind]
    if (!change?.from.includes(speaker)) broken.push(event)
    spans.push({ since, until: at, speakers: names })
    since = at
    speaker = change?.to ?? speaker
    names = namesAfter(kind, speaker, names, agentId)
  }
  spans.push({ since, until: Number.POSITIVE_INFINITY, speakers: names })
  return {
    broken,
    at: (moment) =>
      spans.filter((span) => span.since <= moment && moment <= span.until).flatMap((span) => span.speakers),
  }
}

function namesAfter(kind: ConversationEventKind, speaker: Speaker, before: string[], agentId = ''): string[] {
  if (kind === 'joined') return [...before, agentId]
  if (kind === 'left') return before.filter((name) => name !== agentId)
  if (speaker === 'agent') return [agentId]
  return speaker === 'bot' ? ['bot'] : []
}

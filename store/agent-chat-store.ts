/** A Teams chat in which agents work. Who writes there is never taken for a customer. */
export interface AgentChat {
  /** The id of the Teams conversation, of a channel without any thread. */
  key: string
  kind: 'personal' | 'channel'
  /** Whose code linked it; a personal chat is theirs alone. */
  agentId: string
  /** Their id in Teams, made as a customer's would be: it tells who acts in a channel. */
  userId: string
  /** How to write there: the Bot Framework conversation reference as JSON. */
  reference: string
  linkedAt: number
  /** The customer's conversation that the agent last chose to write to. */
  chosen?: { conversationId: string; at: number }
}

/** `new`: nothing was shown yet. `open`: whoever works in this chat has the customer. `taken`: somebody else has. */
export type AgentThreadState = 'new' | 'waiting' | 'open' | 'taken' | 'ended'

/** One escalation in one agent chat. */
export interface AgentThread {
  escalationId: string
  chatKey: string
  conversationId: string
  /** The id of the Teams conversation that its messages go to and come from; known once the card is there. */
  threadKey?: string
  /** Who works in it: the one whose personal chat it is, or who accepted the customer in the channel. */
  agentId?: string
  cardActivityId?: string
  /** What the card says at this moment. */
  shown: AgentThreadState
  /** Up to this `seq` of the customer's conversation everything has been posted. */
  deliveredSeq: number
  /** Failed tries since the last one that worked. */
  attempts: number
}

/** A thread, and what its card should say by what is stored of its escalation. */
export interface ThreadNow {
  thread: AgentThread
  wanted: Exclude<AgentThreadState, 'new'>
}

export type ThreadProgress = Partial<
  Pick<AgentThread, 'threadKey' | 'cardActivityId' | 'shown' | 'deliveredSeq' | 'attempts'>
> & { /** Not looked at again before then, epoch milliseconds; absent: at once. */ nextAt?: number }

type ThreadId = Pick<AgentThread, 'escalationId' | 'chatKey'>

export interface AgentChatStore {
  /** Codes are stored as hashes only. */
  createLink(link: { codeHash: string; agentId: string; expiresAt: number }, now: number): Promise<void>
  /** The agent's id, once: of two at once exactly one gets it. */
  useLink(codeHash: string, now: number): Promise<string | undefined>
  /** Inserted, or replaced by key. An agent has one personal chat: a new one ends the one before. */
  put(chat: AgentChat): Promise<void>
  get(key: string): Promise<AgentChat | undefined>
  /** The personal chat of somebody in Teams. */
  personalOf(userId: string): Promise<AgentChat | undefined>
  list(): Promise<AgentChat[]>
  /** With its threads. */
  remove(key: string): Promise<void>
  choose(key: string, conversationId: string, at: number): Promise<void>
  /** Nothing happens where the thread exists already. */
  begin(thread: Pick<AgentThread, 'escalationId' | 'chatKey' | 'conversationId' | 'agentId'>): Promise<void>
  /** Those that are not over. */
  live(): Promise<AgentThread[]>
  thread(id: ThreadId): Promise<ThreadNow | undefined>
  /** The newest with this key; in a channel there is one only. */
  threadAt(threadKey: string): Promise<AgentThread | undefined>
  setThreadAgent(id: ThreadId, agentId: string): Promise<void>
  /** Threads whose card says something else than what is so, or whose customer has written; the longest due first. */
  due(now: number, limit: number): Promise<ThreadNow[]>
  /** Keeps a due thread from others until then. @returns whether it was still to be had */
  claim(id: ThreadId, now: number, until: number): Promise<boolean>
  /** Notes what was done. */
  progress(id: ThreadId, progress: ThreadProgress): Promise<void>
}

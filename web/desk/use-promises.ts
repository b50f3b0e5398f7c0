import { useRef, useState } from 'preact/hooks'
import type { DeskPromise, DeskPromiseProposal } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { problemWords } from '../shared/problem-words.ts'
import type { DeskActs } from './use-desk-acts.ts'
import type { DeskWords } from './words/en.ts'

/** What an agent wants to do about a promise that needs more to be said. */
export type PromiseWish =
  | { kind: 'make'; conversationId: string; what: string; dueAt?: number; seq?: number; proposal?: Proposal }
  | { kind: 'move'; promise: DeskPromise }
  | { kind: 'withdraw'; promise: DeskPromise }

export interface NewPromise {
  what: string
  dueAt: number
  seq?: number
  toldBy?: DeskPromise['toldBy']
}

/** A promise that a sent message seems to make. */
export type Proposal = DeskPromiseProposal & { conversationId: string; seq: number }

/** Promises as the desk works with them: what is done about them, and what messages seem to promise. */
export interface DeskPromises {
  /** Changes whenever something was done here: what was read before is out of date. */
  sign: string
  /** Asked for more words; undefined while nothing is. */
  wish: PromiseWish | undefined
  ask(wish: PromiseWish | undefined): void
  /** The last one that was marked as done, to be taken back. */
  lastDone: DeskPromise | undefined
  done(promise: DeskPromise): void
  undo(): void
  take(promise: DeskPromise): void
  move(promise: DeskPromise, to: number): void
  withdraw(promise: DeskPromise, why: { reason: string; wish: 'customer' | 'company' }): void
  /** @param proposal what it was made of, if it was proposed; it is proposed again where it could not be made */
  make(conversationId: string, promise: NewPromise, proposal?: Proposal): void
  /** Not answered yet, the oldest first. */
  proposals: readonly Proposal[]
  /** Looks for promises in what was sent. Nothing waits for it, and nothing is said where it fails. */
  lookFor(conversationId: string, seq: number, text: string): void
  /** What a text would promise if it was sent; nothing where that cannot be told. */
  hear(conversationId: string, text: string): Promise<readonly DeskPromiseProposal[]>
  /** Answered: kept track of as it is, to be changed first, or none. */
  settle(proposal: Proposal, answer: 'accept' | 'change' | 'refuse'): void
}

export function useDeskPromises(props: {
  api: ApiClient
  acts: Pick<DeskActs, 'say'>
  onDone: () => void
  language: 'en' | 'zh'
  words: DeskWords
}): DeskPromises {
  const { api, acts } = props
  const words = props.words.promise
  const [changes, setChanges] = useState(0)
  const [wish, ask] = useState<PromiseWish>()
  const [lastDone, setLastDone] = useState<DeskPromise>()
  const [proposals, setProposals] = useState<readonly Proposal[]>([])
  // A second press would meet a promise, or a proposal, that is settled already.
  const busy = useRef(false)
  const settled = useRef(new WeakSet<Proposal>())

  async function send(path: string, body: unknown, told: string): Promise<boolean> {
    const result = await api.post(`/api/desk/${path}`, body)
    acts.say(
      result.ok
        ? { tone: 'note', text: told }
        : { tone: 'problem', text: problemWords(result.problem, props.language) },
    )
    setChanges((count) => count + 1)
    props.onDone()
    return result.ok
  }
  async function post(path: string, body: unknown, told: string): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    const isDone = await send(path, body, told)
    busy.current = false
    return isDone
  }
  const act = (promise: DeskPromise, path: string, body: unknown, told: string) =>
    post(`promises/${encodeURIComponent(promise.id)}/${path}`, body, told)
  const pathOf = (conversationId: string) => `conversations/${encodeURIComponent(conversationId)}`
  const drop = (proposal: Proposal) => setProposals((before) => before.filter((other) => other !== proposal))
  /** Does not wait for another one: a message may promise several things. What was not kept is proposed again. */
  async function make(conversationId: string, promise: NewPromise, of?: Proposal, verdict?: 'accepted' | 'changed') {
    if (of) drop(of)
    const isMade = await send(`${pathOf(conversationId)}/promises`, promise, words.made)
    if (!of || !verdict) return
    if (isMade) judge(of, verdict)
    else setProposals((before) => [{ ...of }, ...before])
  }

  async function hear(conversationId: string, text: string): Promise<readonly DeskPromiseProposal[]> {
    const path = `/api/desk/${pathOf(conversationId)}/promise-proposals`
    const result = await api.post<{ proposals: DeskPromiseProposal[] }>(path, { text })
    return result.ok ? result.value.proposals : []
  }
  /** Kept as a label of how well promises are heard; the agent's work does not wait for it. */
  function judge({ conversationId, seq, what }: Proposal, verdict: 'accepted' | 'changed' | 'refused'): void {
    void api.post(`/api/desk/${pathOf(conversationId)}/promise-verdicts`, { seq, what, verdict })
  }

  return {
    sign: String(changes),
    wish,
    ask,
    lastDone,
    done: (promise) =>
      void act(promise, 'done', {}, words.doneSaid(promise.what ?? '')).then((ok) => ok && setLastDone(promise)),
    undo: () => {
      if (lastDone) void act(lastDone, 'not-done', {}, words.undone)
      setLastDone(undefined)
    },
    take: (promise) => void act(promise, 'take', promise.owner ? { from: promise.owner.agentId } : {}, words.taken),
    move: (promise, to) => void act(promise, 'move', { to, was: promise.movedTo ?? promise.dueAt }, words.moved),
    withdraw: (promise, why) => void act(promise, 'withdraw', why, words.withdrawn),
    make: (conversationId, promise, proposal) => void make(conversationId, promise, proposal, 'changed'),
    proposals,
    hear,
    lookFor(conversationId, seq, text) {
      void hear(conversationId, text).then((proposed) => {
        const found = proposed.map((proposal) => ({ ...proposal, conversationId, seq }))
        setProposals((before) => [...before, ...found])
      })
    },
    settle(proposal, answer) {
      const { what, dueAt, conversationId, seq } = proposal
      // To be changed, or without a time to accept: it is asked for, and stands until that is saved.
      if (answer === 'change' || (answer === 'accept' && dueAt === undefined))
        return ask({ kind: 'make', conversationId, what, seq, proposal, ...(dueAt !== undefined && { dueAt }) })
      if (settled.current.has(proposal)) return
      settled.current.add(proposal)
      if (answer === 'accept' && dueAt !== undefined)
        return void make(conversationId, { what, dueAt, seq }, proposal, 'accepted')
      drop(proposal)
      judge(proposal, 'refused')
    },
  }
}

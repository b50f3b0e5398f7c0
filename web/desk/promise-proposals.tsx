import { useEffect, useRef } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { dateTime } from '../shared/numbers.ts'
import type { DeskPromises } from './use-promises.ts'
import type { DeskWords } from './words/en.ts'

type Answer = 'accept' | 'change' | 'refuse'
/** With Alt, and by the place of the key: with Alt some keyboards write another sign. */
const KEYS: Readonly<Record<string, Answer>> = { KeyY: 'accept', KeyC: 'change', KeyN: 'refuse' }

/** A promise that the message just sent seems to make: to be kept track of, changed or left. Writing goes on meanwhile. */
export function PromiseProposals(props: {
  conversationId: string
  promises: DeskPromises
  language: Language
  words: DeskWords
}) {
  const { promises, language } = props
  const words = props.words.promise
  const proposal = promises.proposals.find(({ conversationId }) => conversationId === props.conversationId)
  const answer = (given: Answer) => {
    if (proposal) promises.settle(proposal, given)
  }
  useAnswerKeys(proposal === undefined ? undefined : answer)
  if (!proposal) return null
  const { what, dueAt } = proposal
  return (
    <fieldset class="promise-proposal" aria-label={words.proposed}>
      <p role="status">
        <strong>{words.proposed}</strong>{' '}
        {dueAt === undefined
          ? words.proposalWithoutTime(what)
          : words.proposal(what, dateTime(dueAt, language, Date.now()))}
      </p>
      <div class="promise-acts">
        {dueAt !== undefined && (
          <button type="button" class="button button-small" onClick={() => answer('accept')}>
            {words.accept} <kbd>Alt Y</kbd>
          </button>
        )}
        <button type="button" class="button button-small" onClick={() => answer('change')}>
          {words.change} <kbd>Alt C</kbd>
        </button>
        <button type="button" class="button button-small" onClick={() => answer('refuse')}>
          {words.refuse} <kbd>Alt N</kbd>
        </button>
      </div>
    </fieldset>
  )
}

function useAnswerKeys(answer: ((given: Answer) => void) | undefined): void {
  const latest = useRef(answer)
  latest.current = answer
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const given = KEYS[event.code]
      if (!given || !latest.current || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
      // A key that is held down answers one, not all that follow.
      if (event.repeat) return event.preventDefault()
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current(given)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

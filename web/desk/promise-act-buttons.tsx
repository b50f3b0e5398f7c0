import type { DeskPromise } from '../../bot/http/api.ts'
import type { DeskPromises } from './use-promises.ts'
import type { DeskWords } from './words/en.ts'

/** What the agent may do about a promise that is still to be kept. An answer is kept by answering. */
export function PromiseActButtons(props: { promise: DeskPromise; promises: DeskPromises; words: DeskWords }) {
  const { promise, promises } = props
  const words = props.words.promise
  if (promise.kind === 'answer') return null
  const what = promise.what ?? ''
  const button = (label: string, full: string, act: () => void) => (
    <button type="button" class="button button-small" aria-label={full} onClick={act}>
      {label}
    </button>
  )
  return (
    <div class="promise-acts">
      {promise.mayAct &&
        promise.toldBy === 'staff' &&
        button(words.done, words.doneOf(what), () => promises.done(promise))}
      {promise.mayAct && button(words.move, words.moveOf(what), () => promises.ask({ kind: 'move', promise }))}
      {promise.mayAct &&
        button(words.withdraw, words.withdrawOf(what), () => promises.ask({ kind: 'withdraw', promise }))}
      {!promise.mine && button(words.take, words.takeOf(what), () => promises.take(promise))}
    </div>
  )
}

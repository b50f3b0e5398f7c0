import { useEffect, useState } from 'preact/hooks'
import type { DeskPromiseProposal, Language } from '../../bot/http/api.ts'
import { dateTime } from '../shared/numbers.ts'
import type { DeskWords } from './words/en.ts'

/** Nobody is interrupted while they write: it is looked at when the keys rest. */
const REST_MS = 700

/**
 * Says quietly, before it is sent, that what is written would promise something, and until when. It never stands in the way
 * of sending, and the words do not change while the same promise is written on, so that a screen reader says them once.
 */
export function PromiseAhead(props: {
  text: string
  hear: (text: string) => Promise<readonly DeskPromiseProposal[]>
  language: Language
  words: DeskWords
}) {
  const { language } = props
  const words = props.words.promise
  const heard = useHeard(props.text.trim(), props.hear)
  return (
    <p class="promise-ahead" role="status">
      {heard.map(({ dueAt, closed }) => [
        dueAt === undefined ? words.aheadWithoutTime : words.ahead(dateTime(dueAt, language, Date.now())),
        closed ? ` ${words.aheadClosed}` : '',
        ' ',
      ])}
    </p>
  )
}

function useHeard(
  text: string,
  hear: (text: string) => Promise<readonly DeskPromiseProposal[]>,
): readonly DeskPromiseProposal[] {
  const [heard, setHeard] = useState<readonly DeskPromiseProposal[]>([])
  useEffect(() => {
    if (text === '') return setHeard([])
    let wanted = true
    const timer = window.setTimeout(() => void hear(text).then((found) => wanted && setHeard(found)), REST_MS)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
    // What is heard hangs on the text alone.
  }, [text])
  return heard
}

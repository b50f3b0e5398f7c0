import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import type { Line } from './line.ts'
import { MessageLine } from './message-line.tsx'
import { type Attendance, answeredSurveys, lastReadLine, showsCard, surveyConsent } from './read-lines.ts'
import { TypingLine, TypingNews } from './typing-line.tsx'
import type { Signals } from './use-signals.ts'
import type { ChatWords } from './words/en.ts'

const NEAR_END_PX = 80

export function MessageLog(props: {
  lines: Line[]
  attendance: Attendance
  signals: Signals
  company: string
  suggestions: string[]
  language: Language
  words: ChatWords
  onSend: (text: string, value?: Record<string, unknown>) => void
  onSendAgain: (clientId: string) => void
  onDiscard: (clientId: string) => void
}) {
  const { lines, words, language } = props
  const { typing, agentReadSeq } = props.signals
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [hasMore, setHasMore] = useState(false)
  const answered = answeredSurveys(lines)
  const consent = surveyConsent(lines)
  const last = lines.at(-1)
  const lastRead = lastReadLine(lines, agentReadSeq)
  const isBots = last?.from === 'bot' && last.card === undefined && props.attendance.kind === 'bot'
  const lastPick = lines.findLast((line) => line.from === 'customer' || line.options.length > 0)

  const toEnd = () => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    setHasMore(false)
  }
  useLayoutEffect(() => {
    if (atEnd.current || last?.delivery === 'sending') toEnd()
    else if (last) setHasMore(true)
  }, [last?.key, last?.delivery, typing !== undefined, answered.size])
  useEffect(() => {
    // The card of a survey is drawn later, and the keyboard of a phone takes half of the window: stay at the end.
    if (!log.current) return
    const resized = new ResizeObserver(() => atEnd.current && toEnd())
    resized.observe(log.current)
    for (const child of log.current.children) resized.observe(child)
    return () => resized.disconnect()
  }, [])

  return (
    <main class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={words.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
          if (atEnd.current) setHasMore(false)
        }}
      >
        <div class="log-inner">
          {lines.length === 0 && (
            <section class="welcome">
              <h2>{words.greeting(props.company)}</h2>
              <p>{words.introduction}</p>
              <fieldset class="picks">
                <legend class="note">{words.suggestionsLabel}</legend>
                {[...props.suggestions, words.talkToPersonText].map((suggestion) => (
                  <button key={suggestion} type="button" class="button pick" onClick={() => props.onSend(suggestion)}>
                    {suggestion === words.talkToPersonText ? words.talkToPerson : suggestion}
                  </button>
                ))}
              </fieldset>
            </section>
          )}
          {lines.map((line) => (
            <MessageLine
              key={line.key}
              line={line}
              isOpenPick={line === lastPick && mayPick(line, props.attendance)}
              isBotsLast={isBots && line === last}
              isRead={line === lastRead}
              showsCard={showsCard(lines, line)}
              answer={line.surveyId ? answered.get(line.surveyId) : undefined}
              consent={consent}
              language={language}
              words={words}
              onSend={props.onSend}
              onSendAgain={props.onSendAgain}
              onDiscard={props.onDiscard}
            />
          ))}
          {typing && <TypingLine words={words} language={language} {...typing} />}
        </div>
      </div>
      {hasMore && (
        <button type="button" class="button to-end" onClick={toEnd}>
          ↓ {words.newMessages}
        </button>
      )}
      <TypingNews key={last?.key} name={typing && (typing.name ?? '')} words={words} />
    </main>
  )
}

/** Whether a promise was kept can be said after the conversation is closed, too. */
function mayPick({ kind }: Line, attendance: Attendance): boolean {
  return attendance.kind === 'bot' || (attendance.kind === 'closed' && kind === 'promise-question')
}

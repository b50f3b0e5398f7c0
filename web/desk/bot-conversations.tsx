import type { DeskBotConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { LOCALES } from '../shared/language.ts'
import { problemWords } from '../shared/problem-words.ts'
import { Elapsed } from './elapsed.tsx'
import { GapLine } from './gap-line.tsx'
import { useReading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

const EVERY_MS = 10_000

/** Whom the bot serves at this moment, the largest gap first: anybody may be taken over without waiting. */
export function BotConversations(props: {
  api: ApiClient
  language: Language
  words: DeskWords
  chosenId: string | undefined
  clockOffsetMs: number
  onChoose: (conversationId: string) => void
  onTakeOver: (conversationId: string) => void
}) {
  const { words, language } = props
  const { value, problem } = useReading<{ conversations: DeskBotConversation[] }>(
    props.api,
    '/api/desk/with-bot',
    EVERY_MS,
  )
  if (problem) return <p class="problem">{problemWords(problem, language)}</p>
  if (value?.conversations.length === 0) return <p class="note">{words.withBotEmpty}</p>
  return (
    <ul class="lines">
      {value?.conversations.map((each) => (
        <li
          key={each.conversationId}
          class="escalation"
          data-place="bot"
          data-chosen={each.conversationId === props.chosenId}
        >
          <button
            type="button"
            class="escalation-open"
            aria-current={each.conversationId === props.chosenId}
            onClick={() => props.onChoose(each.conversationId)}
          >
            <span class="escalation-head">
              <strong class="escalation-name">{each.customerName}</strong>
              <span class="escalation-time">
                <Elapsed since={each.at} language={language} clockOffsetMs={props.clockOffsetMs}>
                  {words.ago}
                </Elapsed>
              </span>
            </span>
            <span class="escalation-text" dir="auto" lang={LOCALES[each.language]}>
              {each.lastText}
            </span>
            <GapLine need={each.need} gap={each.gap} language={language} words={words} />
          </button>
          <div class="escalation-foot">
            <span class="note">{words.language[each.language]}</span>
            <button
              type="button"
              class="button button-small"
              aria-label={words.takeOverOf(each.customerName)}
              onClick={() => props.onTakeOver(each.conversationId)}
            >
              {words.takeOver}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}

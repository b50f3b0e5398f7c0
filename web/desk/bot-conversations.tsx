import type { DeskBotConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { LOCALES } from '../shared/language.ts'
import { problemWords } from '../shared/problem-words.ts'
import { Elapsed } from './elapsed.tsx'
import { GapLine } from './gap-line.tsx'
import { useReading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

const EVERY_MS = 10_000

/** Whom the bot serves at this moment, the largest gap first; read only while it is unfolded. */
export function BotConversations(props: {
  api: ApiClient
  open: boolean
  onOpen: (open: boolean) => void
  language: Language
  words: DeskWords
  chosenId: string | undefined
  clockOffsetMs: number
  onChoose: (conversationId: string) => void
  onTakeOver: (conversationId: string) => void
}) {
  const { words, language } = props
  const path = props.open ? '/api/desk/with-bot' : undefined
  const { value, problem } = useReading<{ conversations: DeskBotConversation[] }>(props.api, path, EVERY_MS)
  const conversations = value?.conversations
  return (
    <details class="fold" open={props.open} onToggle={(event) => props.onOpen(event.currentTarget.open)}>
      <summary>
        {words.withBot} {conversations && <span class="count">{conversations.length}</span>}
      </summary>
      {problem && <p class="problem">{problemWords(problem, language)}</p>}
      {conversations?.length === 0 && <p class="note empty">{words.withBotEmpty}</p>}
      <ul>
        {conversations?.map((each) => (
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
    </details>
  )
}

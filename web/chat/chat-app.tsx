import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ChatConfig, Language } from '../../bot/http/api.ts'
import { createApiClient } from '../shared/api-client.ts'
import { BrandMark } from '../shared/brand-mark.tsx'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { appointment } from '../shared/numbers.ts'
import { Composer } from './composer.tsx'
import { isEmbedded, tellPage } from './embed.ts'
import { MessageLog } from './message-log.tsx'
import { PromisesStrip } from './promises-strip.tsx'
import { type Attendance, attendanceOf } from './read-lines.ts'
import { shownLines } from './transcript.ts'
import { useChat } from './use-chat.ts'
import { useUnread } from './use-unread.ts'
import { type ChatWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<ChatWords> = { en, zh }

export function ChatApp() {
  const [language, chooseLanguage] = useLanguage()
  const words = dictionaries[language]
  const config = useConfig()
  const chat = useChat(language)
  const lines = useMemo(() => shownLines(chat.transcript), [chat.transcript])
  const attendance = useMemo(() => attendanceOf(lines), [lines])
  useUnread(chat.transcript.lines)

  const company = config?.company[language] ?? ''
  useEffect(() => {
    document.title = company === '' ? 'Chat' : words.title(company)
  }, [company, words])
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) tellPage({ type: 'candor:close' })
    }
    window.addEventListener('keydown', closeOnEscape)
    return () => window.removeEventListener('keydown', closeOnEscape)
  }, [])

  return (
    <div class="chat">
      <header class="chat-head">
        <BrandMark />
        <h1>{company === '' ? 'Chat' : company}</h1>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
        {isEmbedded && (
          <button
            type="button"
            class="button button-quiet chat-close"
            aria-label={words.close}
            title={words.close}
            onClick={() => tellPage({ type: 'candor:close' })}
          >
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <path d="M4 4l10 10M14 4L4 14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </button>
        )}
      </header>
      <div class="chat-strips">
        <AttendanceStrip attendance={attendance} language={language} words={words} />
        <PromisesStrip promises={chat.promises} language={language} words={words} />
      </div>
      <MessageLog
        lines={lines}
        attendance={attendance}
        signals={chat.signals}
        company={company}
        suggestions={config?.suggestions?.[language] ?? words.suggestions}
        language={language}
        words={words}
        onSend={chat.send}
        onSendAgain={chat.sendAgain}
        onDiscard={chat.discard}
      />
      <div role="status" class="chat-status">
        {chat.status === 'offline' && <p class="chat-offline">{words.offline}</p>}
      </div>
      <Composer
        language={language}
        words={words}
        isFirst={lines.length === 0}
        onTyping={chat.sendTyping}
        offersPerson={attendance.kind === 'bot' && lines.length > 0}
        onSend={chat.send}
        onFiles={chat.sendFiles}
      />
      {lines.length > 0 && (
        <footer class="chat-foot">
          <a href="/my-record">{words.myRecord}</a>
          <a href="/transparency" target="_blank" rel="noopener">
            {words.transparency}
          </a>
        </footer>
      )}
    </div>
  )
}

function AttendanceStrip(props: { attendance: Attendance; language: Language; words: ChatWords }) {
  const { attendance, language, words } = props
  return (
    <div role="status" class="attendance" data-kind={attendance.kind}>
      {attendance.kind === 'queued' && queuedWords(attendance, language, words)}
      {attendance.kind === 'agent' && (attendance.name ? words.joined(attendance.name) : words.joinedUnnamed)}
    </div>
  )
}

function queuedWords(
  { waitingBefore, absence, promisedBy }: Extract<Attendance, { kind: 'queued' }>,
  language: Language,
  words: ChatWords,
): string {
  if (!absence) {
    if (waitingBefore === undefined) return words.queuedAgain
    return waitingBefore === 0 ? words.queuedNext : words.queued(waitingBefore)
  }
  const inWords = (at: number | undefined) => (at === undefined ? undefined : appointment(at, language))
  return words.queuedForLater(inWords(absence.backAt), inWords(promisedBy))
}

function useConfig(): ChatConfig | undefined {
  const [config, setConfig] = useState<ChatConfig>()
  useEffect(() => {
    void createApiClient()
      .get<ChatConfig>('/api/chat/config')
      .then((result) => result.ok && setConfig(result.value))
  }, [])
  return config
}

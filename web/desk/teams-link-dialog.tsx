import { useEffect, useState } from 'preact/hooks'
import type { DeskTeamsLink, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiResult } from '../shared/api-client.ts'
import { Modal } from '../shared/modal.tsx'
import { dateTime } from '../shared/numbers.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import type { DeskWords } from './words/en.ts'

/** Gives a code that makes a chat in Teams the agent's own, and says what to do with it. */
export function TeamsLinkDialog(props: { api: ApiClient; language: Language; words: DeskWords; onClose: () => void }) {
  const { api, language } = props
  const words = props.words.teams
  const [link, setLink] = useState<ApiResult<DeskTeamsLink>>()
  // Each opening asks for a code of its own: one works once.
  useEffect(() => void api.post<DeskTeamsLink>('/api/desk/teams-link', {}).then(setLink), [api])
  return (
    <Modal title={words.title} onClose={props.onClose}>
      <p>{words.what}</p>
      <div role="status">
        {!link && <p class="note">{sharedWords[language].loading}</p>}
        {link && !link.ok && <p class="problem">{problemWords(link.problem, language)}</p>}
        {link?.ok && (
          <>
            <p>{words.send}</p>
            <p class="teams-code">
              <code>{words.command(link.value.code)}</code>
            </p>
            <p class="note">{words.worksUntil(dateTime(link.value.expiresAt, language, Date.now()))}</p>
          </>
        )}
      </div>
      <div class="modal-actions">
        <button type="button" class="button button-primary" onClick={props.onClose}>
          {sharedWords[language].close}
        </button>
      </div>
    </Modal>
  )
}

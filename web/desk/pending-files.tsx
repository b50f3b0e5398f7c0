import { useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import type { ApiProblem } from '../shared/api-client.ts'
import { newClientId } from '../shared/client-id.ts'
import { fileProblem } from '../shared/file-rules.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import type { DeskWords } from './words/en.ts'

/** Sends a file; the problem, if there was one. */
export type SendFile = (file: File, clientId: string) => Promise<ApiProblem | undefined>

interface PendingFile {
  clientId: string
  file: File
  problem?: ApiProblem
  /** Sending it once more would not help. */
  isFinal?: boolean
}

/** Files on their way to the customer: what fails stays, with its reason, until it is sent again or let go. */
export function usePendingFiles(onSend: SendFile) {
  const [pending, setPending] = useState<PendingFile[]>([])
  const put = (next: PendingFile) =>
    setPending((now) => [...now.filter(({ clientId }) => clientId !== next.clientId), next])
  const discard = (clientId: string) => setPending((now) => now.filter((other) => other.clientId !== clientId))

  async function send(file: File, clientId: string): Promise<void> {
    put({ clientId, file })
    const problem = await onSend(file, clientId)
    if (!problem) discard(clientId)
    else
      put({ clientId, file, problem, isFinal: problem.status >= 400 && problem.status < 500 && problem.status !== 429 })
  }

  return {
    pending,
    discard,
    sendAgain: ({ file, clientId }: PendingFile) => void send(file, clientId),
    add(files: File[]) {
      for (const file of files) {
        const problem = fileProblem(file)
        if (problem) put({ clientId: newClientId(), file, problem, isFinal: true })
        else void send(file, newClientId())
      }
    },
  }
}

export function PendingFiles(props: {
  files: ReturnType<typeof usePendingFiles>
  language: Language
  words: DeskWords
}) {
  const { files, language, words } = props
  if (files.pending.length === 0) return null
  return (
    <ul class="pending-files" aria-live="polite">
      {files.pending.map((pending) => (
        <li key={pending.clientId} class={pending.problem ? 'problem' : 'note'}>
          <span class="file-name">{pending.file.name}</span>{' '}
          {pending.problem ? problemWords(pending.problem, language) : words.sendingFile}
          {pending.problem && !pending.isFinal && (
            <button type="button" class="button" onClick={() => files.sendAgain(pending)}>
              {sharedWords[language].tryAgain}
            </button>
          )}
          {pending.problem && (
            <button type="button" class="button" onClick={() => files.discard(pending.clientId)}>
              {words.discardFile}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

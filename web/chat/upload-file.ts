import { notStored, type OutgoingActivity, type Posted } from './outgoing-activity.ts'

/** A slow line needs long for 8 MB; after this it is taken as dead, and tried again under the same id. */
const TIMEOUT_MS = 5 * 60_000

/**
 * Uploads one file as Direct Line wants it. Not by the official client: that gives up after 20 s, and tells nothing of
 * how far it has come.
 */
export function uploadFile(
  url: string,
  token: string,
  activity: OutgoingActivity,
  file: File,
  onProgress: (share: number) => void,
): Promise<Posted> {
  const form = new FormData()
  const from = { id: 'customer', role: 'user' }
  form.append(
    'activity',
    new Blob([JSON.stringify({ ...activity, from })], { type: 'application/vnd.microsoft.activity' }),
  )
  form.append('file', file, file.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.timeout = TIMEOUT_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(outcomeOf(request))
    request.onerror = () => resolve({ kind: 'later' })
    request.ontimeout = () => resolve({ kind: 'later' })
    request.send(form)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Posted {
  if (status !== 200) return notStored(status, responseText)
  const { id } = JSON.parse(responseText) as { id: string }
  return { kind: 'stored', id }
}

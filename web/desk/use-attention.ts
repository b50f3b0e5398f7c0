import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskQueue } from '../../bot/http/api.ts'
import { readStored, writeStored } from '../shared/stored.ts'
import { type Alert, newAlerts } from './alerts.ts'
import { playTone } from './play-tone.ts'
import type { DeskWords } from './words/en.ts'

const SOUND_STORED_AS = 'candor.desk.sound'
const NOTIFICATIONS_STORED_AS = 'candor.desk.notifications'

export interface Attention {
  /** The newest alerts in a sentence, for the page's live region. */
  announcement: string
  /** Calls for something that does not stand in the queue. */
  call(text: string, conversationId: string): void
  soundOn: boolean
  setSound(on: boolean): void
  notificationsOn: boolean
  setNotifications(on: boolean): Promise<void>
}

/** Calls the agent by a tone, by a sentence and, while the page is hidden, by the browser's notifications. */
export function useAttention(props: {
  queue: DeskQueue | undefined
  /** The conversation on the screen: what is said in it needs no call while it is in sight. */
  shownId: string | undefined
  words: DeskWords
  onOpen: (conversationId: string) => void
  onRefused: (why: string) => void
}): Attention {
  const { queue, words } = props
  const [soundOn, setSoundOn] = useState(() => readStored(SOUND_STORED_AS) === 'on')
  const [wanted, setWanted] = useState(() => readStored(NOTIFICATIONS_STORED_AS) === 'on')
  const [announcement, setAnnouncement] = useState('')
  const before = useRef<DeskQueue>(undefined)
  const notificationsOn = wanted && 'Notification' in window && Notification.permission === 'granted'

  useEffect(() => {
    if (!queue || queue === before.current) return
    const alerts = newAlerts(before.current, queue).filter(
      ({ kind, escalation }) =>
        kind !== 'customer-wrote' || document.hidden || escalation.conversationId !== props.shownId,
    )
    before.current = queue
    if (alerts.length === 0) return
    setAnnouncement(sentence(alerts, words))
    if (soundOn) playTone()
    if (notificationsOn && document.hidden) {
      for (const { kind, escalation } of alerts)
        notify(words.alerts[kind](escalation.customerName), escalation.conversationId, props.onOpen)
    }
  })

  return {
    announcement,
    call(text, conversationId) {
      setAnnouncement(text)
      if (soundOn) playTone()
      if (notificationsOn && document.hidden) notify(text, conversationId, props.onOpen)
    },
    soundOn,
    setSound(on) {
      writeStored(SOUND_STORED_AS, on ? 'on' : null)
      setSoundOn(on)
      if (on) playTone()
    },
    notificationsOn,
    async setNotifications(on) {
      if (on && !('Notification' in window)) return props.onRefused(words.notificationsMissing)
      if (on && (await Notification.requestPermission()) !== 'granted')
        return props.onRefused(words.notificationsBlocked)
      writeStored(NOTIFICATIONS_STORED_AS, on ? 'on' : null)
      setWanted(on)
    },
  }
}

function sentence([first, ...more]: Alert[], words: DeskWords): string {
  if (!first) return ''
  const said = words.alerts[first.kind](first.escalation.customerName)
  return more.length === 0 ? said : `${said}, ${words.moreAlerts(String(more.length))}`
}

/** One notification for a conversation: a newer one takes its place. What the customer wrote stays off the lock screen. */
function notify(text: string, conversationId: string, onOpen: (conversationId: string) => void): void {
  const notification = new Notification(text, { tag: conversationId })
  notification.addEventListener('click', () => {
    window.focus()
    onOpen(conversationId)
    notification.close()
  })
}

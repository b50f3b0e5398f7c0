import { useEffect, useRef, useState } from 'preact/hooks'
import { readStored, writeStored } from '../shared/stored.ts'

const STORED_AS = 'candor.desk.sound'

/** A short tone when somebody new waits; off until it is switched on. */
export function useArrivalSound(waitingIds: string[] | undefined): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => readStored(STORED_AS) === 'on')
  const known = useRef<Set<string>>(undefined)
  useEffect(() => {
    if (!waitingIds) return
    const before = known.current
    known.current = new Set(waitingIds)
    if (on && before && waitingIds.some((id) => !before.has(id))) playTone()
  }, [waitingIds, on])
  return [
    on,
    (wanted) => {
      writeStored(STORED_AS, wanted ? 'on' : null)
      setOn(wanted)
      if (wanted) playTone()
    },
  ]
}

function playTone(): void {
  const audio = new AudioContext()
  const volume = audio.createGain()
  volume.gain.setValueAtTime(0.12, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35)
  const tone = audio.createOscillator()
  tone.frequency.value = 660
  tone.connect(volume).connect(audio.destination)
  tone.addEventListener('ended', () => void audio.close())
  tone.start()
  tone.stop(audio.currentTime + 0.35)
}

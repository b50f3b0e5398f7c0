import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncomingActivity } from '../../../../web/chat/incoming-activity.ts'
import { answeredSurveys, attendanceOf, showsCard, surveyConsent } from '../../../../web/chat/read-lines.ts'
import {
  acknowledged,
  discarded,
  emptyTranscript,
  progressed,
  queued,
  received,
  refused,
  retried,
  shownLines,
  type Transcript,
} from '../../../../web/chat/transcript.ts'

const fromBot = (id: string, candor: Record<string, unknown> = {}): IncomingActivity => ({
  type: 'message',
  id,
  text: `bot ${id}`,
  from: { role: 'bot' },
  channelData: { candor: { from: 'bot', kind: 'text', language: 'en', ...candor } },
})

const echo = (id: string, clientId: string): IncomingActivity => ({
  type: 'message',
  id,
  text: `mine ${clientId}`,
  from: { role: 'user' },
  channelData: { clientActivityID: clientId, candor: { from: 'customer', kind: 'text', language: 'en' } },
})

const written = (transcript: Transcript, clientId: string) =>
  queued(transcript, { clientId, text: `mine ${clientId}`, at: 0 })

const texts = (transcript: Transcript) => shownLines(transcript).map((line) => line.text)

describe('a transcript', () => {
  it('shows a message once when its echo comes before the acknowledgement', () => {
    const transcript = acknowledged(received(written(emptyTranscript, 'a'), echo('1', 'a')), 'a', '1')
    expect(texts(transcript)).toEqual(['mine a'])
    expect(shownLines(transcript)[0]?.delivery).toBe('stored')
  })

  it('shows a message once when its echo comes after the acknowledgement', () => {
    const transcript = received(acknowledged(written(emptyTranscript, 'a'), 'a', '1'), echo('1', 'a'))
    expect(texts(transcript)).toEqual(['mine a'])
  })

  it('puts a correction in the place of the words it corrects, and says so', () => {
    const said = fromBot('1', { from: 'agent', seq: 4 })
    const next = fromBot('2', { from: 'bot', seq: 5 })
    const corrected = (id: string) => fromBot(id, { from: 'agent', kind: 'correction', seq: 6, corrects: 4 })
    const transcript = [said, next, corrected('3'), corrected('4'), corrected('4')].reduce(received, emptyTranscript)
    expect(shownLines(transcript)).toMatchObject([
      { id: '1', kind: 'text', text: 'bot 4', edited: true },
      { id: '2', text: 'bot 2' },
    ])
    expect(shownLines(transcript)[1]?.edited).toBeUndefined()
  })

  it('shows a correction by itself where what it corrects is not known, and never in the place of other people’s words', () => {
    const mine = echo('1', 'a')
    const aimedAtMe = fromBot('2', { from: 'agent', kind: 'correction', seq: 2, corrects: 1 })
    expect(texts([mine, aimedAtMe].reduce(received, emptyTranscript))).toEqual(['mine a', 'bot 2'])
    expect(shownLines(received(emptyTranscript, aimedAtMe))).toMatchObject([{ text: 'bot 2', edited: true }])
  })

  it('keeps one element for a message from its writing to its echo', () => {
    const before = written(emptyTranscript, 'a')
    const after = received(before, echo('1', 'a'))
    expect(shownLines(after)[0]?.key).toBe(shownLines(before)[0]?.key)
  })

  it('keeps what was refused with its reason until it is sent again or discarded', () => {
    const failed = refused(written(emptyTranscript, 'a'), 'a', 'too long')
    expect(shownLines(failed)[0]).toMatchObject({ delivery: 'failed', refusal: 'too long' })
    expect(shownLines(retried(failed, 'a'))[0]).toMatchObject({ delivery: 'sending' })
    expect(shownLines(retried(failed, 'a'))[0]?.refusal).toBeUndefined()
    expect(shownLines(discarded(failed, 'a'))).toEqual([])
  })

  it('loses nothing and repeats nothing, however often and in whatever pieces the server sends it again', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('write' as const), n: fc.nat(6) }),
        fc.record({ kind: fc.constant('echo' as const), n: fc.nat(6) }),
        fc.record({ kind: fc.constant('acknowledge' as const), n: fc.nat(6) }),
        fc.record({ kind: fc.constant('bot' as const), n: fc.nat(6) }),
        fc.record({ kind: fc.constant('replay' as const), n: fc.nat(6) }),
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(steps, (sequence) => {
        let transcript = emptyTranscript
        const wrote = new Set<number>()
        const stored: IncomingActivity[] = []
        const store = (n: number) => {
          if (!stored.some((activity) => activity.id === `c${n}`)) stored.push(echo(`c${n}`, `${n}`))
        }
        for (const { kind, n } of sequence) {
          if (kind === 'write' && !wrote.has(n)) {
            wrote.add(n)
            transcript = written(transcript, `${n}`)
          }
          if (kind === 'echo' && wrote.has(n)) {
            store(n)
            transcript = received(transcript, echo(`c${n}`, `${n}`))
          }
          if (kind === 'acknowledge' && wrote.has(n)) {
            store(n)
            transcript = acknowledged(transcript, `${n}`, `c${n}`)
          }
          if (kind === 'bot') {
            if (!stored.some((activity) => activity.id === `b${n}`)) stored.push(fromBot(`b${n}`))
            transcript = received(transcript, fromBot(`b${n}`))
          }
          if (kind === 'replay') transcript = stored.reduce(received, transcript)
        }
        const shown = texts(transcript)
        expect(new Set(shown).size).toBe(shown.length)
        for (const n of wrote) expect(shown).toContain(`mine ${n}`)
        for (const activity of stored) expect(shown).toContain(activity.text)
      }),
    )
  })

  it('offers the suggested actions, and the options where a server sends no actions', () => {
    const actions = { suggestedActions: { actions: [{ title: 'Returns', value: 'I want to return something' }] } }
    const [withActions] = shownLines(received(emptyTranscript, { ...fromBot('1'), ...actions }))
    const [withOptions] = shownLines(received(emptyTranscript, fromBot('2', { options: ['Refund'] })))
    expect(withActions?.options).toEqual([{ title: 'Returns', text: 'I want to return something' }])
    expect(withOptions?.options).toEqual([{ title: 'Refund', text: 'Refund' }])
  })

  it('shows the text of a server that knows nothing of Candor', () => {
    const [line] = shownLines(
      received(emptyTranscript, { type: 'message', id: '1', text: 'hi', from: { role: 'bot' } }),
    )
    expect(line).toMatchObject({ from: 'bot', kind: 'text', text: 'hi' })
  })
})

describe('who attends to the customer', () => {
  const attendedBy = (...activities: IncomingActivity[]) =>
    attendanceOf(shownLines(activities.reduce(received, emptyTranscript)))
  const handover = fromBot('1', { kind: 'handover', waitingBefore: 2 })
  const joined = fromBot('2', { kind: 'notice', code: 'agent-joined', agentName: 'Mei' })

  it('is the queue after a handover, with how many wait before', () => {
    expect(attendedBy(handover)).toEqual({ kind: 'queued', waitingBefore: 2 })
    const later = { waitingBefore: 2, absence: { backAt: 1 }, promisedBy: 2 }
    expect(attendedBy(fromBot('1', { kind: 'handover', ...later }))).toEqual({ kind: 'queued', ...later })
  })
  it('is nobody as soon as the last agent has left, with what is promised', () => {
    const told = { absence: { backAt: 1 }, promisedBy: 2 }
    const still = fromBot('2', { kind: 'notice', code: 'still-waiting', ...told })
    expect(attendedBy(handover, still)).toEqual({ kind: 'queued', waitingBefore: 0, ...told })
  })
  it('is the queue again while one agent passes the customer on to another, and nobody knows how many wait', () => {
    const transferred = fromBot('3', { from: 'system', kind: 'notice', code: 'transferred' })
    expect(attendedBy(joined, transferred)).toEqual({ kind: 'queued' })
  })
  it('is the agent by name once joined', () => {
    expect(attendedBy(handover, joined)).toEqual({ kind: 'agent', name: 'Mei' })
  })
  it('is the bot again after a return', () => {
    expect(attendedBy(handover, joined, fromBot('3', { kind: 'notice', code: 'returned-to-bot' }))).toEqual({
      kind: 'bot',
    })
  })
  it('is nobody after the resolution, and the bot when the customer writes again', () => {
    const resolved = fromBot('3', { kind: 'notice', code: 'resolved' })
    expect(attendedBy(handover, joined, resolved)).toEqual({ kind: 'closed' })
    expect(attendedBy(handover, joined, resolved, echo('4', 'x'))).toEqual({ kind: 'bot' })
  })
})

describe('a survey', () => {
  it('is answered as soon as the answer is on its way, and open again when it was refused', () => {
    const sent = queued(emptyTranscript, {
      clientId: 'a',
      text: '',
      at: 0,
      value: { candor: 'survey', surveyId: 's1', rating: '4', comment: '' },
    })
    expect(answeredSurveys(shownLines(sent)).get('s1')).toMatchObject({ delivery: 'sending', answers: { rating: '4' } })
    expect(answeredSurveys(shownLines(refused(sent, 'a', 'expired'))).has('s1')).toBe(false)
    expect(answeredSurveys(shownLines(acknowledged(sent, 'a', '9'))).get('s1')).toMatchObject({ delivery: 'stored' })
  })

  it('shows the words of the answer once the server has sent them back', () => {
    const sent = queued(emptyTranscript, { clientId: 'a', text: '', at: 0, value: { surveyId: 's1', rating: '4' } })
    const echoed: IncomingActivity = {
      type: 'message',
      id: '9',
      text: 'Rating: 4 of 5',
      channelData: { clientActivityID: 'a', candor: { seq: 9, kind: 'survey-response', answers: { rating: 4 } } },
    }
    const [line] = received(acknowledged(sent, 'a', '9'), echoed).lines
    expect(line).toMatchObject({ text: 'Rating: 4 of 5', seq: 9, answers: { rating: 4 } })
  })

  it('stays open when the customer does not want to be asked again, and they can take that back', () => {
    const refusal = { candor: 'survey-consent', surveyId: 's1', ask: false }
    const refusedOnce = queued(emptyTranscript, { clientId: 'a', text: '', at: 0, value: refusal })
    expect(answeredSurveys(shownLines(refusedOnce)).has('s1')).toBe(false)
    expect(surveyConsent(shownLines(refusedOnce))).toBe('refused')
    const allowed = queued(refusedOnce, { clientId: 'b', text: '', at: 1, value: { ...refusal, ask: true } })
    expect(surveyConsent(shownLines(allowed))).toBe('given')
    expect(surveyConsent(shownLines(refused(allowed, 'b', 'no connection')))).toBe('refused')
  })

  it('that was shown again is shown once, where it came last', () => {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} }
    const shown = (id: string, surveyId: string): IncomingActivity => ({
      type: 'message',
      id,
      attachments: [card],
      channelData: { candor: { kind: 'survey', surveyId, seq: Number(id) } },
    })
    const { lines } = [shown('1', 's1'), shown('2', 's2'), shown('3', 's1')].reduce(received, emptyTranscript)
    expect(lines.map((line) => showsCard(lines, line))).toEqual([false, true, true])
  })
})

describe('a file of the customer', () => {
  const about = { name: 'photo.png', mediaType: 'image/png', bytes: 5 }
  const attached = queued(emptyTranscript, { clientId: 'a', text: about.name, at: 0, about })
  const stored = (contentUrl: string): IncomingActivity => ({
    ...echo('1', 'a'),
    text: about.name,
    channelData: {
      clientActivityID: 'a',
      candor: { from: 'customer', kind: 'file', language: 'en', file: { id: 'f', ...about } },
    },
    attachments: [{ contentType: 'image/png', contentUrl }],
  })

  it('is on its way, then stored, then shown from where the echo says, always as one line', () => {
    const [sending] = shownLines(attached)
    expect(sending).toMatchObject({ kind: 'file', file: about, delivery: 'sending' })
    const acknowledgedFile = acknowledged(attached, 'a', '1')
    expect(shownLines(acknowledgedFile)).toMatchObject([{ delivery: 'stored', file: about }])
    const shown = received(acknowledgedFile, stored('https://shop.example/files/f?t=x'))
    expect(shownLines(shown)).toMatchObject([{ delivery: 'stored', file: { ...about, url: '/files/f?t=x' } }])
    expect(shownLines(shown)[0]?.key).toBe(sending?.key)
    expect(shown.outgoing).toEqual([])
    expect(acknowledged(received(attached, stored('https://shop.example/files/f')), 'a', '1').outgoing).toEqual([])
  })

  it('is never fetched from elsewhere', () => {
    for (const url of ['https://evil.example/x.png', 'javascript:alert(1)', 'data:image/png;base64,', '/files/f', '']) {
      expect(shownLines(received(attached, stored(url)))[0]?.file).toEqual({ id: 'f', ...about })
    }
  })

  it('shows how far it has come in tenths, and starts anew when it is sent again', () => {
    const [early, later] = [progressed(attached, 'a', 0.31), progressed(attached, 'a', 0.38)]
    expect(shownLines(early)[0]?.progress).toBe(0.3)
    expect(shownLines(later)).toEqual(shownLines(early))
    expect(progressed(early, 'a', 0.39)).toBe(early)
    expect(shownLines(retried(refused(early, 'a', 'no'), 'a'))[0]?.progress).toBeUndefined()
  })
})

import { useState } from 'preact/hooks'
import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { Modal } from '../shared/modal.tsx'
import { fromLocalField, toLocalField } from './local-time.ts'
import type { DeskPromises, PromiseWish } from './use-promises.ts'
import type { DeskWords } from './words/en.ts'

interface DialogProps {
  promises: DeskPromises
  language: Language
  words: DeskWords
}

/** Asks for what an act on a promise needs: words and a time, another time, or a reason. */
export function PromiseDialog(props: DialogProps & { wish: PromiseWish }) {
  const { wish } = props
  switch (wish.kind) {
    case 'make':
      return <MakePromise {...props} wish={wish} />
    case 'move':
      return <MovePromise {...props} promise={wish.promise} />
    case 'withdraw':
      return <WithdrawPromise {...props} promise={wish.promise} />
    default:
      return wish satisfies never
  }
}

function MakePromise({
  wish,
  promises,
  words: deskWords,
}: DialogProps & { wish: Extract<PromiseWish, { kind: 'make' }> }) {
  const words = deskWords.promise
  const [what, setWhat] = useState(wish.what)
  const [due, setDue] = useState(wish.dueAt === undefined ? '' : toLocalField(wish.dueAt))
  const [toldBy, setToldBy] = useState<DeskPromise['toldBy']>('staff')
  const dueAt = fromLocalField(due)
  const close = () => promises.ask(undefined)
  return (
    <Modal title={words.makeTitle} onClose={close}>
      <form
        class="resolve"
        onSubmit={(event) => {
          event.preventDefault()
          if (dueAt === undefined) return
          const made = { what: what.trim(), dueAt, toldBy, ...(wish.seq !== undefined && { seq: wish.seq }) }
          promises.make(wish.conversationId, made, wish.proposal)
          close()
        }}
      >
        <label class="field">
          {words.what}
          <textarea
            class="input"
            rows={2}
            maxLength={300}
            required
            value={what}
            onInput={(event) => setWhat(event.currentTarget.value)}
          />
        </label>
        <TimeField label={words.dueAt} value={due} min={Date.now()} onValue={setDue} />
        <Choices legend={words.toldBy} choices={words.toldByChoices} chosen={toldBy} onChoose={setToldBy} />
        <Buttons save={words.save} cancel={deskWords.cancel} onCancel={close} />
      </form>
    </Modal>
  )
}

function MovePromise({ promise, promises, words: deskWords }: DialogProps & { promise: DeskPromise }) {
  const words = deskWords.promise
  const before = promise.movedTo ?? promise.dueAt
  const [time, setTime] = useState('')
  const close = () => promises.ask(undefined)
  return (
    <Modal title={words.moveTitle} onClose={close}>
      <form
        class="resolve"
        onSubmit={(event) => {
          event.preventDefault()
          const to = fromLocalField(time)
          if (to === undefined) return
          promises.move(promise, to)
          close()
        }}
      >
        <p>{promise.what}</p>
        <TimeField label={words.newTime} value={time} min={Math.max(before, Date.now())} onValue={setTime} />
        <p class="note">{words.moveNote}</p>
        <Buttons save={words.save} cancel={deskWords.cancel} onCancel={close} />
      </form>
    </Modal>
  )
}

function WithdrawPromise({ promise, promises, words: deskWords }: DialogProps & { promise: DeskPromise }) {
  const words = deskWords.promise
  const [wish, setWish] = useState<'company' | 'customer'>('company')
  const [reason, setReason] = useState('')
  const close = () => promises.ask(undefined)
  return (
    <Modal title={words.withdrawTitle} onClose={close}>
      <form
        class="resolve"
        onSubmit={(event) => {
          event.preventDefault()
          promises.withdraw(promise, { reason: reason.trim(), wish })
          close()
        }}
      >
        <p>{promise.what}</p>
        <Choices legend={words.wish} choices={words.wishes} chosen={wish} onChoose={setWish} />
        <label class="field">
          {words.reason}
          <textarea
            class="input"
            rows={2}
            maxLength={300}
            required
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <Buttons save={words.save} cancel={deskWords.cancel} onCancel={close} />
      </form>
    </Modal>
  )
}

function TimeField(props: { label: string; value: string; min: number; onValue: (value: string) => void }) {
  return (
    <label class="field">
      {props.label}
      <input
        class="input"
        type="datetime-local"
        required
        min={toLocalField(props.min)}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </label>
  )
}

function Choices<Choice extends string>(props: {
  legend: string
  choices: Record<Choice, string>
  chosen: Choice
  onChoose: (choice: Choice) => void
}) {
  return (
    <fieldset class="field choices">
      <legend>{props.legend}</legend>
      {(Object.keys(props.choices) as Choice[]).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={props.legend}
            checked={props.chosen === choice}
            onChange={() => props.onChoose(choice)}
          />
          {props.choices[choice]}
        </label>
      ))}
    </fieldset>
  )
}

function Buttons(props: { save: string; cancel: string; onCancel: () => void }) {
  return (
    <div class="modal-actions">
      <button type="button" class="button" onClick={props.onCancel}>
        {props.cancel}
      </button>
      <button type="submit" class="button button-primary">
        {props.save}
      </button>
    </div>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { CandidateAct, CandidateView } from '../../bot/http/api.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { ShortcutsDialog } from '../shared/shortcuts-dialog.tsx'
import { useShortcuts } from '../shared/use-shortcuts.ts'
import { CandidateCard } from './candidate-card.tsx'
import { type CandidateFilter, neighbourOf } from './candidate-list.ts'
import { CandidateRows } from './candidate-rows.tsx'
import { doneText, type Meaning, meaningTitle, shortened } from './candidate-words.ts'
import { ChooseNeedDialog } from './choose-need-dialog.tsx'
import { Progress } from './progress.tsx'
import { BELIEVED_KEYS, keyGroups } from './review-keys.ts'
import { useCandidates } from './use-candidates.ts'
import type { ReviewWords } from './words/en.ts'

/** What customers wrote and the bot may learn from: one message at a time, the ones that follow beside it. */
export function MessagesView(props: Shown<ReviewWords>) {
  const { language, words } = props
  const [filter, setFilter] = useState<CandidateFilter>({ state: 'pending' })
  const list = useCandidates(props.api, filter, props.onProblem)
  const { page, refused } = list
  const [currentId, setCurrentId] = useState<string>()
  const [done, setDone] = useState('')
  const [dialog, setDialog] = useState<'choose' | 'keys'>()
  const place = useRef<HTMLElement>(null)
  const [moves, setMoves] = useState(0)
  useEffect(() => {
    if (moves > 0) place.current?.focus()
  }, [moves])

  const candidates = page?.candidates ?? []
  const current = candidates.find(({ id }) => id === currentId) ?? candidates[0]
  const title = (meant: Meaning) => meaningTitle(meant, page?.needs ?? [], language, words)

  const goTo = (candidate: CandidateView | undefined) => {
    setCurrentId(candidate?.id)
    setMoves(moves + 1)
  }
  const step = (by: 1 | -1) => {
    const to = current && candidates[candidates.indexOf(current) + by]
    if (to) goTo(to)
  }
  const decide = (candidate: CandidateView, act: CandidateAct) => {
    setDialog(undefined)
    setDone(doneText(act, title, words))
    list.act(candidate, act)
    const leaves = candidate.id === current?.id && (act.kind !== 'accept' || filter.state !== 'accepted')
    goTo(leaves ? neighbourOf(candidates, candidate.id) : current)
  }
  const accept = (meant: Meaning) => current && decide(current, { kind: 'accept', meant })
  const undo = () => {
    const about = list.undoLast()
    if (!about) return
    setDone(words.undone(shortened(about.text)))
    goTo(about)
  }
  const believedKeys = BELIEVED_KEYS.map((key, at) => {
    const need = current?.believed[at]
    return [key, () => need && accept({ kind: 'need', need: need.name })] as const
  })
  useShortcuts({
    a: () => current?.state === 'pending' && current.proposal && accept(current.proposal),
    c: () => current && setDialog('choose'),
    n: () => accept({ kind: 'none' }),
    x: () => current && current.state !== 'rejected' && decide(current, { kind: 'reject' }),
    b: () => current && current.state !== 'pending' && decide(current, { kind: 'undo' }),
    u: undo,
    j: () => step(1),
    k: () => step(-1),
    '?': () => setDialog('keys'),
    ...Object.fromEntries(believedKeys),
  })

  return (
    <>
      <p>{words.messagesLead}</p>
      {list.latest && (
        <Progress
          page={list.latest}
          filter={filter}
          language={language}
          words={words}
          onFilter={(chosen) => {
            setFilter(chosen)
            setDone('')
          }}
          onKeys={() => setDialog('keys')}
        />
      )}
      <div class="review-said" role="status">
        {refused && (
          <p class="problem">
            {words.notSaved(shortened(refused.before.text))}
            {words.space}
            {problemWords(refused.problem, language)}
          </p>
        )}
        {!refused && done !== '' && (
          <p class="done">
            <span>
              {done}
              {list.isSaving && <span class="note"> {words.saving}</span>}
            </span>
            {list.undoable > 0 && (
              <button type="button" class="button button-small" onClick={undo}>
                {words.undo} <kbd>u</kbd>
              </button>
            )}
          </p>
        )}
        {list.problem && <p class="problem">{problemWords(list.problem, language)}</p>}
        {!refused && done === '' && current?.state === 'pending' && <p class="keys-hint">{words.keys.hint}</p>}
        {!page && !list.problem && <p class="note">{sharedWords[language].loading}</p>}
      </div>
      {page && current && (
        <div class="review-work">
          <CandidateCard
            key={current.id}
            place={place}
            candidate={current}
            needs={page.needs}
            language={language}
            words={words}
            onAct={(act) => decide(current, act)}
            onChoose={() => setDialog('choose')}
          />
          <CandidateRows
            page={page}
            filter={filter}
            current={current}
            language={language}
            words={words}
            onOpen={goTo}
            onPutBack={(candidate) => decide(candidate, { kind: 'undo' })}
          />
        </div>
      )}
      {page && !current && (
        <section class="panel empty" aria-label={words.empty[filter.state]} ref={place} tabIndex={-1}>
          <p>{words.empty[filter.state]}</p>
          {filter.state === 'pending' && <p class="note">{words.whereFrom}</p>}
        </section>
      )}
      {(!current || list.problem) && (page || list.problem) && (
        <p>
          <button type="button" class="button" onClick={list.reload}>
            {list.problem ? sharedWords[language].tryAgain : words.again}
          </button>
        </p>
      )}
      {dialog === 'choose' && page && current && (
        <ChooseNeedDialog
          candidate={current}
          needs={page.needs}
          language={language}
          words={words}
          onChoose={accept}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'keys' && (
        <ShortcutsDialog
          title={words.keys.title}
          groups={keyGroups(words)}
          closeLabel={sharedWords[language].close}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}

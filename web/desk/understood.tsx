import type { DeskMessage, Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import { NOTICEABLE } from './gap-meter.tsx'
import { GapReasons } from './gap-reasons.tsx'
import type { DeskWords } from './words/en.ts'

const NEEDS_SHOWN = 3

/** What the bot made of one message, folded: the first need in the summary, all the evidence inside. */
export function Understood(props: {
  understood: NonNullable<DeskMessage['understood']>
  language: Language
  words: DeskWords
}) {
  const { understood, language, words } = props
  const [first] = understood.needs
  const candidates = [
    ...understood.needs.slice(0, NEEDS_SHOWN).map((need) => ({ name: need.title[language], share: need.probability })),
    { name: words.noneOfThem, share: understood.outOfScope },
  ].filter((candidate) => candidate.share >= NOTICEABLE)
  return (
    <details class="understood">
      <summary>
        <span class="understood-title">{words.understood}:</span>{' '}
        {first && first.probability > understood.outOfScope
          ? words.understoodShort(first.title[language], percent(first.probability, language))
          : words.nothingUnderstood}
        {' · '}
        {words.decisions[understood.decision] ?? understood.decision}
        {' · '}
        {words.gapValue(percent(understood.gap, language))}
      </summary>
      <div class="understood-body">
        <h4>{words.needs}</h4>
        <ul>
          {candidates.map((candidate) => (
            <li key={candidate.name} class="candidate">
              <span>{candidate.name}</span>
              <span class="candidate-share">{percent(candidate.share, language)}</span>
              <ShareBar share={candidate.share} />
            </li>
          ))}
        </ul>
        {understood.entities.length > 0 && (
          <>
            <h4>{words.entities}</h4>
            <dl class="pairs">
              {understood.entities.map((entity) => (
                <div key={`${entity.type}:${entity.value}`}>
                  <dt>{words.entity[entity.type] ?? entity.type}</dt>
                  <dd>{entity.value}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <GapReasons heading={<h4>{words.gapReasons}</h4>} reasons={understood.gapReasons} language={language} />
      </div>
    </details>
  )
}

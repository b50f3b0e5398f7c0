import type { GapRemedy, Language, LargestGap } from '../../bot/http/api.ts'
import { count, decimal } from '../shared/numbers.ts'
import { evidenceText } from '../shared/rate-words.ts'
import type { GapWords } from './words/en.ts'

/** Below this many nothing is said against an answer. The same figure as in analytics/gap. */
const FEWEST = 5

export function titleOf({ about }: LargestGap, language: Language, words: GapWords): string {
  if (about.kind === 'need') return about.title[language]
  return about.name === '' ? words.newTopicUnnamed : words.newTopic(about.name)
}

/** What it cost, in plain words; what did not happen is not said. */
export function lossSentence(gap: LargestGap, language: Language, words: GapWords): string {
  const said = [words.messages(count(gap.messages, language))]
  if (gap.handovers > 0) said.push(words.handovers(count(gap.handovers, language)))
  if (gap.dissatisfied > 0) said.push(words.dissatisfied(count(gap.dissatisfied, language)))
  if (gap.unmet >= 0.05) said.push(words.unmet(decimal(gap.unmet, language)))
  return `${said.join(words.and)}${language === 'zh' ? '。' : '.'}`
}

/** What would close it, the strongest first; one sentence also where nothing can be said. */
export function remedySentences(gap: LargestGap, language: Language, words: GapWords): string[] {
  if (!gap.enough) return [words.remedy.tooFew]
  if (gap.remedies.length === 0) return [words.remedy.none]
  return gap.remedies.map((remedy) => remedySentence(remedy, language, words))
}

function remedySentence(remedy: GapRemedy, language: Language, words: GapWords): string {
  const evidence = evidenceText(remedy.evidence, language, words)
  switch (remedy.kind) {
    case 'person-by-policy':
      return words.remedy.personByPolicy(evidence)
    case 'missing-answer': {
      const missed = words.remedy.missingAnswer(evidence)
      if (!remedy.draft) return missed
      return remedy.evidence.denominator < FEWEST ? words.remedy.draft : `${words.remedy.draft} ${missed}`
    }
    case 'missing-details':
      return words.remedy.missingDetails(evidence)
    case 'confusable-needs':
      return words.remedy.confusable(remedy.otherTitle[language], evidence)
    case 'no-need':
      return words.remedy.noNeed(evidence)
    default:
      return remedy satisfies never
  }
}

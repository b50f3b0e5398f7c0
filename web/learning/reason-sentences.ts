import type {
  GapTryReason,
  GuardFinding,
  IntentTryReason,
  Language,
  LearningTry,
  PolicyTryReason,
} from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, percent } from '../shared/numbers.ts'
import type { LearningWords } from './words/en.ts'

/** Why something took over or was kept back, in plain words, one sentence for each reason; an unknown one by its code. */
export function reasonSentences(one: LearningTry, language: Language, words: LearningWords): string[] {
  switch (one.kind) {
    case 'intents':
      return one.reasons.map((reason) => intentSentence(reason, language, words))
    case 'gap':
      return one.reasons.map((reason) => gapSentence(reason, language, words))
    case 'policy':
      return one.reasons.map((reason) => policySentence(reason, language, words))
    default:
      return one satisfies never
  }
}

/** What the guard went by, in one sentence. */
export function findingSentence(finding: GuardFinding, language: Language, words: LearningWords): string {
  const share = ({ bad, of }: GuardFinding['before']) => words.share(count(bad, language), count(of, language))
  const { rate, before, after, p, level } = finding
  const figure = figures(language, 2)
  return words.found(words.guarded[rate] ?? rate, share(before), share(after), figure(p), figure(level))
}

function intentSentence(reason: IntentTryReason, language: Language, words: LearningWords): string {
  const say = words.intentReason
  const number = (value: number) => count(value, language)
  const [p, figure] = [figures(language, 2), figures(language, 3)]
  switch (reason.code) {
    case 'too-few-cases':
      return say.tooFewCases(number(reason.cases), number(reason.needed))
    case 'better':
    case 'not-better': {
      const sentence = reason.code === 'better' ? say.better : say.notBetter
      return sentence(number(reason.cases), number(reason.gained), number(reason.lost), p(reason.p), p(reason.level))
    }
    case 'surer':
    case 'not-surer': {
      const sentence = reason.code === 'surer' ? say.surer : say.notSurer
      return sentence(figure(reason.challenger), figure(reason.champion), p(reason.p), p(reason.level))
    }
    case 'new-needs':
      return say.newNeeds(reason.needs.join(words.comma))
    case 'needs-gone':
      return say.needsGone(reason.needs.join(words.comma))
    case 'not-worse':
    case 'worse': {
      const sentence = reason.code === 'worse' ? say.worse : say.notWorse
      return sentence(words.among[reason.among], number(reason.gained), number(reason.lost), p(reason.p))
    }
    case 'calibration-kept':
      return say.calibrationKept(percent(reason.challenger, language), percent(reason.champion, language))
    case 'calibration-worse':
      return say.calibrationWorse(percent(reason.challenger, language), percent(reason.champion, language))
    case 'out-of-scope-kept':
    case 'out-of-scope-worse': {
      const sentence = reason.code === 'out-of-scope-kept' ? say.outOfScopeKept : say.outOfScopeWorse
      return sentence(
        number(reason.cases),
        percent(reason.challenger, language),
        percent(reason.champion, language),
        p(reason.p),
      )
    }
    case 'language-worse':
      return say.languageWorse(
        words.inLanguage[reason.language],
        number(reason.gained),
        number(reason.lost),
        p(reason.p),
      )
    default:
      return unknownCode(reason)
  }
}

function gapSentence(reason: GapTryReason, language: Language, words: LearningWords): string {
  const say = words.gapReason
  const [p, figure] = [figures(language, 2), figures(language, 3)]
  switch (reason.code) {
    case 'too-few-outcomes':
      return say.tooFewOutcomes(count(reason.outcomes, language), count(reason.needed, language))
    case 'better':
    case 'not-better': {
      const sentence = reason.code === 'better' ? say.better : say.notBetter
      return sentence(figure(reason.challenger), figure(reason.champion), p(reason.p), p(reason.level))
    }
    case 'calibration-kept':
      return say.calibrationKept(percent(reason.challenger, language), percent(reason.champion, language))
    case 'calibration-worse':
      return say.calibrationWorse(percent(reason.challenger, language), percent(reason.champion, language))
    case 'language-worse':
      return say.languageWorse(
        words.inLanguage[reason.language],
        figure(reason.challenger),
        figure(reason.champion),
        p(reason.p),
      )
    default:
      return unknownCode(reason)
  }
}

function policySentence(reason: PolicyTryReason, language: Language, words: LearningWords): string {
  const say = words.policyReason
  const number = (value: number) => count(value, language)
  const [p, worth] = [figures(language, 2), figures(language, 3)]
  switch (reason.code) {
    case 'too-few-cases':
      return say.tooFewCases(number(reason.cases), number(reason.needed))
    case 'better':
    case 'not-better': {
      const sentence = reason.code === 'better' ? say.better : say.notBetter
      return sentence(number(reason.cases), worth(reason.after), worth(reason.before), p(reason.p), p(reason.level))
    }
    case 'language-worse':
      return say.languageWorse(
        words.inLanguage[reason.language],
        number(reason.cases),
        worth(reason.after),
        worth(reason.before),
        p(reason.p),
      )
    default:
      return unknownCode(reason)
  }
}

/** Of a newer server. */
function unknownCode(reason: never): string {
  return (reason as { code: string }).code
}

function figures(language: Language, digits: number): (value: number) => string {
  const format = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: digits })
  return (value) => format.format(value)
}

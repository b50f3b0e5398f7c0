import { type RateValue, rate } from '../metrics/metric.ts'
import { type NetPromoter, netPromoter } from './net-promoter.ts'
import { type ScaleMean, scaleMean } from './scale-mean.ts'
import { countScores, type SurveyTally } from './tally.ts'

/** Of one form, and whom it rates: the bot and people are never counted together. */
export interface ResponseFigures {
  /** Of the surveys sent, those answered. */
  response: RateValue
  open: number
}

export interface CsatFigures extends ResponseFigures {
  /** 4 or 5 of 5. */
  satisfied: RateValue
  mean: ScaleMean
  /** Of those who say whether the need was met. */
  resolved: RateValue
}

export interface NpsFigures extends ResponseFigures {
  nps: NetPromoter
}

export interface CesFigures extends ResponseFigures {
  /** 5, 6 or 7 of 7. */
  easy: RateValue
  mean: ScaleMean
}

export function responseFigures({ answered, sent, open }: SurveyTally): ResponseFigures {
  return { response: rate(answered, sent), open }
}

export function csatFigures(tally: SurveyTally): CsatFigures {
  const { scores, saidResolved, saidUnresolved } = tally
  return {
    ...responseFigures(tally),
    satisfied: rate(
      countScores(scores, (rating) => rating >= 4),
      countScores(scores, () => true),
    ),
    mean: scaleMean(scores, { from: 1, to: 5 }),
    resolved: rate(saidResolved, saidResolved + saidUnresolved),
  }
}

export function npsFigures(tally: SurveyTally): NpsFigures {
  return { ...responseFigures(tally), nps: netPromoter(tally.scores) }
}

export function cesFigures(tally: SurveyTally): CesFigures {
  const { scores } = tally
  return {
    ...responseFigures(tally),
    easy: rate(
      countScores(scores, (score) => score >= 5),
      countScores(scores, () => true),
    ),
    mean: scaleMean(scores, { from: 1, to: 7 }),
  }
}

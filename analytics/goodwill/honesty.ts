import { signalPosterior } from '../../domain/index.ts'

/** How often a sign is seen of an honest complaint, and of one that is not; both 0..1, exclusive. */
export interface Sign {
  honest: number
  dishonest: number
}

export interface HonestyPolicy {
  /** Share of complaints that are honest before anything else is known, 0..1. */
  honest: number
  /** That share counts like so many earlier complaints. */
  weight: number
  signals: { gapAtEnd: Sign & { above: number }; refused: Sign; unresolved: Sign; promiseBroken: Sign }
}

/** What the record says of a complaint, beside the words and the rating of whoever complains. */
export interface ComplaintRecord {
  /** 0..1; absent where it is not known. */
  gapAtEnd?: number
  /** Answers that the customer refused. */
  refusals: number
  /** Whether the agent closed it as unresolved; absent without a verdict. */
  unresolved?: boolean
  promiseBroken: boolean
  /** The customer's earlier complaints, and how many of them a verdict or a broken promise confirms. */
  earlier: { complaints: number; confirmed: number }
}

/**
 * How likely a complaint is honest: Bayes' rule from the customer's record, over signs that are taken as independent. What is
 * not known changes nothing; a sign that could have been there and is not speaks against it.
 * @returns 0..1
 */
export function honesty(record: ComplaintRecord, { honest, weight, signals }: HonestyPolicy): number {
  const { complaints, confirmed } = record.earlier
  const prior = (honest * weight + confirmed) / (weight + complaints)
  const seen: [Sign, boolean | undefined][] = [
    [signals.gapAtEnd, record.gapAtEnd === undefined ? undefined : record.gapAtEnd > signals.gapAtEnd.above],
    [signals.refused, record.refusals > 0],
    [signals.unresolved, record.unresolved],
    [signals.promiseBroken, record.promiseBroken],
  ]
  return seen.reduce(
    (belief, [sign, isThere]) =>
      isThere === undefined ? belief : signalPosterior(belief, { ifSo: sign.honest, ifNot: sign.dishonest }, isThere),
    prior,
  )
}

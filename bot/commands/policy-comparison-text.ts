import type { AnsweredTruth, PolicyChange, PolicyComparison } from '../http/api.ts'

/** A comparison as a manager reads it on a terminal: what was compared, what differs, what the record cannot tell. */
export function comparisonInWords(comparison: PolicyComparison): string {
  const { conversations } = comparison
  const head = `${comparison.from} to ${comparison.to} (${comparison.timeZone}): ${count(conversations, 'conversation')} decided anew`
  const blocks = [
    [head, ...cautions(comparison)],
    conversations === 0 ? [] : [...differences(comparison), '', ...matrix(comparison)],
    conversations === 0 ? [] : truth(comparison),
    remains(comparison),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function cautions({ reproduced, cappedAt, notTried }: PolicyComparison): string[] {
  const lines: string[] = []
  if (cappedAt !== null) lines.push(`There were more: only the newest ${cappedAt} were looked at.`)
  if (reproduced.of > 0) {
    const share = `${reproduced.count} of ${reproduced.of} recorded decisions are made again by the policy in force`
    lines.push(
      reproduced.count === reproduced.of
        ? `Control: ${share}.`
        : `Control: only ${share}. Policy, pack, version or what the bot has learnt of topic changes is not what it was then: "before" is what the policy in force would decide, not always what was decided.`,
    )
  }
  if (notTried.length > 0) lines.push(`Not tried, since the record cannot tell: ${notTried.join(', ')}.`)
  return lines
}

function differences(comparison: PolicyComparison): string[] {
  const { changedConversations, conversations, handedOverLaterAnyway, expectedGain, handovers } = comparison
  const rows: [string, PolicyChange][] = [
    ['handovers', handovers],
    ['answers', comparison.answers],
    ['lists to choose from', comparison.lists],
  ]
  const lines = [
    `${changedConversations} of ${conversations} conversations differ. Counted in each is the first difference.`,
    `${''.padEnd(24)}${'more'.padStart(7)}${'fewer'.padStart(7)}   per 100 conversations (95 %)`,
    ...rows.map(
      ([name, change]) =>
        `${name.padEnd(24)}${String(change.more).padStart(7)}${String(change.fewer).padStart(7)}   ${per100(change)}`,
    ),
  ]
  if (handovers.more > 0) {
    lines.push(`Of the ${handovers.more} handovers more, ${handedOverLaterAnyway} went to a person later anyway.`)
  }
  const { perConversation, valued, of } = expectedGain
  if (perConversation !== null && valued > 0) {
    lines.push(
      `Estimate, by the new stakes and the bot's own beliefs: ${signed(perConversation, 3)} per conversation, from ${valued} of ${of} differences.`,
    )
  }
  return lines
}

function matrix({ matrix: cells }: PolicyComparison): string[] {
  return [
    `${'in force'.padEnd(18)}${'new policy'.padEnd(18)}${'turns'.padStart(7)}${'differ'.padStart(8)}`,
    ...cells.map(
      ({ before, after, turns, differing }) =>
        `${before.padEnd(18)}${after.padEnd(18)}${String(turns).padStart(7)}${String(differing).padStart(8)}`,
    ),
  ]
}

function truth({ answered: { known, checked } }: PolicyComparison): string[] {
  return [
    ...truthOf(
      'Where it is known what the message was about (lists picked from and what agents said are no random sample)',
      known,
    ),
    ...truthOf('By random checks alone', checked),
    cannotTell(known),
  ]
}

function truthOf(title: string, figures: AnsweredTruth): string[] {
  if (figures.messages === 0) return [`${title}: nothing.`]
  const { newlyAnswered: gained, noLongerAnswered: lost, answeredOtherwise: other, wrong } = figures
  return [
    `${title}: ${count(figures.messages, 'message')}`,
    `  answered wrong          ${figures.wrongBefore} before, ${figures.wrongAfter} after; ${per100(wrong)} per 100 such conversations`,
    `  newly answered          ${gained.right} right, ${gained.wrong} wrong`,
    `  not answered any more   ${lost.right} right, ${lost.wrong} wrong`,
    `  answered otherwise      ${other.nowRight} now right, ${other.nowWrong} now wrong, ${other.asBefore} as before`,
  ]
}

function cannotTell({ newlyAnswered, noLongerAnswered, answeredOtherwise }: AnsweredTruth): string {
  const groups: Record<string, number>[] = [newlyAnswered, noLongerAnswered, answeredOtherwise]
  const all = groups.flatMap(Object.values).reduce((sum, each) => sum + each, 0)
  const unknown = groups.reduce((sum, { unknown: each = 0 }) => sum + each, 0)
  return `Whether they are right, the record cannot tell for ${unknown} of ${all} answers that come, go or change.`
}

function remains({ turns: { recorded, compared, notKnown, undecidable } }: PolicyComparison): string[] {
  const rows: [string, number][] = [
    ['compared', compared],
    ['after a first difference: what the customer would have written is not known', notKnown],
    ['of a version that did not keep what decisions rested on', undecidable['no-deliberation']],
    ['message not kept', undecidable['text-not-kept']],
    ['about a need that the pack has no more', undecidable['need-gone']],
  ]
  return [
    `${count(recorded, 'recorded turn')}:`,
    ...rows.filter(([, n]) => n > 0).map(([what, n]) => `${String(n).padStart(7)}  ${what}`),
  ]
}

function per100({ per100: value, low, high }: PolicyChange): string {
  return value === null ? 'nothing to count' : `${signed(value, 1)} (${signed(low, 1)} to ${signed(high, 1)})`
}

function signed(value: number, digits: number): string {
  const text = value.toFixed(digits)
  return Number(text) > 0 ? `+${text}` : text.replace(/^-(0(\.0+)?)$/, '$1')
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

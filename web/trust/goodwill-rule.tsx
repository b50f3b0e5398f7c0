import type { GoodwillGroups, GoodwillReport, GoodwillRuleReport, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import { IntervalMark } from './interval-mark.tsx'
import { money } from './money.ts'
import type { GoodwillWords } from './words/goodwill-en.ts'

/** One rule: what it gives, what it gave this month, and the two groups side by side. */
export function GoodwillRule(props: {
  rule: GoodwillRuleReport
  report: Pick<GoodwillReport, 'afterDays' | 'worthKnowing'>
  language: Language
  words: GoodwillWords
}) {
  const { rule, report, language, words } = props
  const { effect, policy } = rule
  const number = (value: number) => count(value, language)
  const figures: [string, string][] = [
    [words.given, number(rule.given)],
    [words.heldOut, number(rule.heldOut)],
    [words.refused, number(rule.noBudget)],
    [words.cost, money(rule.spent, language)],
  ]
  const days = number(report.afterDays)
  const id = `goodwill-${rule.name}`
  return (
    <section class="panel" aria-labelledby={id} data-testid="goodwill-rule">
      <h2 id={id}>
        {policy ? words.rule(words.give[policy.give], words.when[policy.when]) : rule.name} <code>{rule.name}</code>
      </h2>
      <p class="note">
        {policy
          ? words.bounds(
              money(policy.cost, language),
              number(policy.cooldownDays),
              number(policy.maxPerCustomerPerYear),
            )
          : words.noLonger}
      </p>
      <dl class="goodwill-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.effect}</h3>
      <p data-testid="goodwill-enough">
        <Enough {...props} /> {effect.tooRecent > 0 && words.tooRecent(number(effect.tooRecent), days)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="scroll-sideways" aria-label={`${words.effect}: ${rule.name}`} tabIndex={0}>
        <table class="goodwill-table">
          <thead>
            <tr>
              {[words.figure, words.difference, words.treatedGroup, words.heldOutGroup].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={words.trust(days)} groups={effect.trust} format={signed(3, language)} {...props} />
            <Row name={words.cameBack(days)} groups={effect.cameBack} format={points(language)} {...props} />
            <Row name={words.rating} groups={effect.rating} format={plain(language)} {...props} />
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Whether there are enough customers to tell anything, and how many it takes. */
function Enough({ rule, report, language, words }: Parameters<typeof GoodwillRule>[0]) {
  const { needed, enough, trust } = rule.effect
  if (!needed) return <>{words.nobodyHeldOut}</>
  const number = (value: number) => count(value, language)
  const of = ({ treated, heldOut }: { treated: number; heldOut: number }) =>
    words.groupsNeeded(number(treated), number(heldOut))
  if (enough) return <>{words.enough(number(trust.n.treated), number(trust.n.heldOut))}</>
  return <>{words.notEnough(of(trust.n), of(needed), decimals(report.worthKnowing, 2, language))}</>
}

interface Format {
  value(value: number): string
  difference(value: number): string
}

function Row(props: { name: string; groups: GoodwillGroups; format: Format; words: GoodwillWords }) {
  const { name, groups, format, words } = props
  const { treated, heldOut, difference } = groups
  const shown = (value: number | null, n: number) => (value === null ? '–' : `${format.value(value)} (n = ${n})`)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {difference ? (
          <>
            {words.interval(
              ...([difference.value, difference.low, difference.high].map(format.difference) as [
                string,
                string,
                string,
              ]),
            )}
            <IntervalMark {...difference} />
          </>
        ) : (
          words.tooFew
        )}
      </td>
      <td>{shown(treated, groups.n.treated)}</td>
      <td>{shown(heldOut, groups.n.heldOut)}</td>
    </tr>
  )
}

function decimals(value: number, digits: number, language: Language, sign: 'auto' | 'exceptZero' = 'auto'): string {
  const style = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign } as const
  return new Intl.NumberFormat(LOCALES[language], style).format(value)
}

function signed(digits: number, language: Language): Format {
  const show = (value: number) => decimals(value, digits, language, 'exceptZero')
  return { value: show, difference: show }
}

function points(language: Language): Format {
  const unit = language === 'zh' ? '%' : ' %'
  return {
    value: (value) => `${decimals(value * 100, 1, language)}${unit}`,
    difference: (value) => `${decimals(value * 100, 1, language, 'exceptZero')}${unit}`,
  }
}

function plain(language: Language): Format {
  return {
    value: (value) => decimals(value, 2, language),
    difference: (value) => decimals(value, 2, language, 'exceptZero'),
  }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffInWords, diffPacks, type PackDiff } from '../../../../bot/knowledge/index.ts'
import { type KnowledgePack, LANGUAGES, type Language, type Need } from '../../../../domain/index.ts'

const NOTHING: PackDiff = { added: [], removed: [], changed: [], outOfScope: [], other: [] }

const text = fc.stringMatching(/^[a-z]{1,6}$/)
const texts = fc.uniqueArray(text, { maxLength: 4 })
const localized = fc.record({ en: text, zh: text })
const examples = fc.record({ en: texts, zh: texts })
const need = (name: string): fc.Arbitrary<Need> =>
  fc.record({
    name: fc.constant(name),
    role: fc.constantFrom('task', 'greeting'),
    title: localized,
    group: fc.constantFrom('one', 'two'),
    examples,
    details: fc.constant([]),
    answer: fc.record({ text: localized, draft: fc.boolean() }),
  })
const pack: fc.Arbitrary<KnowledgePack> = fc
  .record({
    title: localized,
    needs: fc
      .subarray(['a', 'b', 'c', 'd'])
      .chain((names) => fc.tuple(...names.map(need)))
      .map((all) => [...all]),
    outOfScope: examples,
    help: fc.option(localized, { nil: undefined }),
  })
  .map(({ help, ...parts }) => ({
    name: 'shop',
    languages: ['en', 'zh'],
    defaultLanguage: 'en',
    timeZone: 'UTC',
    products: [],
    ...parts,
    ...(help && { help }),
  }))

/** Does to a pack what the difference says, and leaves out what it does not tell in full. */
function edited(before: KnowledgePack, after: KnowledgePack, diff: PackDiff): KnowledgePack {
  const removed = new Set(diff.removed.map(({ need }) => need))
  const kept = before.needs.filter(({ name }) => !removed.has(name))
  const added = after.needs.filter(({ name }) => diff.added.some((one) => one.need === name))
  const needs = [...kept.map((one) => editedNeed(one, diff)), ...added]
  return { ...before, needs, outOfScope: editedExamples(before.outOfScope ?? {}, diff.outOfScope) }
}

function editedNeed(before: Need, { changed }: PackDiff): Need {
  const diff = changed.find((one) => one.need === before.name)
  if (!diff) return before
  const told = (list: typeof diff.title) => Object.fromEntries(list.map((one) => [one.language, one.after]))
  return {
    ...before,
    title: { ...before.title, ...told(diff.title) },
    examples: editedExamples(before.examples, diff.examples),
    answer: {
      ...before.answer,
      text: { ...before.answer.text, ...told(diff.answer) },
      draft: diff.draft ?? before.answer.draft,
    },
  }
}

function editedExamples(before: Need['examples'], diffs: PackDiff['outOfScope']): Record<Language, string[]> {
  const edit = (language: Language) => {
    const diff = diffs.find((one) => one.language === language)
    return [
      ...(before[language] ?? []).filter((example) => !diff?.removed.includes(example)),
      ...(diff?.added ?? []),
    ].toSorted()
  }
  return { en: edit('en'), zh: edit('zh') }
}

/** Without what a difference only names. */
function told({ needs, outOfScope }: KnowledgePack): object {
  return {
    needs: needs
      .map(({ name, title, examples: own, answer }) => ({ name, title, answer, examples: editedExamples(own, []) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    outOfScope: editedExamples(outOfScope ?? {}, []),
  }
}

describe('the difference of two packs', () => {
  test('of a pack with itself is empty', () => {
    fc.assert(
      fc.property(pack, (one) => {
        const diff = diffPacks(one, structuredClone(one))
        expect(diff).toEqual(NOTHING)
        expect(diffInWords(diff)).toEqual([])
      }),
    )
  })

  test('says all that makes the one of the other', () => {
    fc.assert(
      fc.property(pack, pack, (before, after) => {
        expect(told(edited(before, after, diffPacks(before, after)))).toEqual(told(after))
      }),
    )
  })

  test('read backwards takes back what it says forwards', () => {
    fc.assert(
      fc.property(pack, pack, (before, after) => {
        const [there, back] = [diffPacks(before, after), diffPacks(after, before)]
        expect(back.added.map(({ need }) => need).toSorted()).toEqual(there.removed.map(({ need }) => need).toSorted())
        const swapped = there.outOfScope.map(({ language, added, removed }) => ({
          language,
          added: removed,
          removed: added,
        }))
        expect(back.outOfScope).toEqual(swapped)
        expect(diffInWords(back)).toHaveLength(diffInWords(there).length)
      }),
    )
  })

  test('names what else of a need or of the pack has changed', () => {
    fc.assert(
      fc.property(pack, (one) => {
        const [first] = one.needs
        fc.pre(first !== undefined)
        const changed: KnowledgePack = {
          ...one,
          timeZone: 'Asia/Shanghai',
          needs: one.needs.map((each, i) =>
            i > 0 ? each : { ...each, group: 'three', answer: { ...each.answer, source: { title: { en: 'Terms' } } } },
          ),
        }
        const diff = diffPacks(one, changed)
        expect(diff).toMatchObject({ other: ['timeZone'], changed: [{ other: ['group', 'source'] }] })
        expect(diffInWords(diff)).toEqual([`~ ${first?.name}: group`, `~ ${first?.name}: source`, '~ pack: timeZone'])
      }),
    )
  })

  test('does not count the order of examples, nor one that is there twice', () => {
    fc.assert(
      fc.property(pack, (one) => {
        const turned = one.needs.map((each) => ({
          ...each,
          examples: Object.fromEntries(
            LANGUAGES.map((language) => [
              language,
              [...(each.examples[language] ?? []), ...(each.examples[language] ?? [])].reverse(),
            ]),
          ),
        }))
        expect(diffPacks(one, { ...one, needs: turned })).toEqual(NOTHING)
      }),
    )
  })

  test('is told in lines', () => {
    const before: KnowledgePack = {
      name: 'shop',
      title: { en: 'Shop' },
      languages: ['en', 'zh'],
      defaultLanguage: 'en',
      timeZone: 'UTC',
      products: [],
      outOfScope: {},
      needs: [shopNeed('refund', ['money back', 'refund']), shopNeed('old', ['x'])],
    }
    const refund = shopNeed('refund', ['money back', 'I want it back'])
    const after: KnowledgePack = {
      ...before,
      outOfScope: { zh: ['下雨吗'] },
      needs: [
        {
          ...refund,
          title: { en: 'Refunds', zh: 'refund' },
          answer: { text: { en: 'Yes.', zh: 'refund!' }, draft: false },
        },
        shopNeed('gift', ['wrap it', 'as a gift']),
      ],
    }
    expect(diffInWords(diffPacks(before, after))).toEqual([
      '+ need gift (gift): 2 en examples; its answer is a draft',
      '- need old (old): 1 en examples',
      '~ refund, title (en): "refund" -> "Refunds"',
      '+ refund, example (en): "I want it back"',
      '- refund, example (en): "refund"',
      '~ refund, answer (en): "refund!" -> "Yes."',
      '~ refund: the answer is no draft any more',
      '+ out of scope, example (zh): "下雨吗"',
    ])
  })
})

function shopNeed(name: string, en: string[]): Need {
  return {
    name,
    role: 'task',
    title: { en: name, zh: name },
    group: 'general',
    examples: { en },
    details: [],
    answer: { text: { en: `${name}!`, zh: `${name}!` }, draft: true },
  }
}

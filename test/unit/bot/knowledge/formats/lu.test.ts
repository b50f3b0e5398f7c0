import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandPattern } from '../../../../../bot/knowledge/formats/lu/pattern.ts'
import { readLu } from '../../../../../bot/knowledge/formats/lu/read-lu.ts'
import { parseUtterance } from '../../../../../bot/knowledge/formats/lu/utterance.ts'
import { asked, lost, said, sourceFiles } from './source-files.ts'

describe('readLu', () => {
  test('reads intents, labels, list entities, and None as out of scope', () => {
    const read = readLu(
      sourceFiles({
        'gym.lu': [
          '> !# @app.culture = en-us',
          '> !# @app.name = Gym',
          '> for the front desk',
          '',
          '# Join',
          '- I want a {@plan = gold} card',
          '+ sign up {@contact:newEmail = a@b.example}',
          '* a \\{quiet\\} hour (really)',
          '## Leave',
          '- cancel the silver card from {date=May 2}',
          '# None',
          '- the sea is blue',
          '@ list plan =',
          '\t- gold :',
          '\t\t- golden, shiny',
          '\t- silver :',
          '\t\t- Silver',
          '@ prebuilt email',
          '@ ml contact hasRoles newEmail',
        ].join('\n'),
      }),
    )
    expect(said(read)).toEqual([
      'Join: I want a gold card',
      'Join: sign up a@b.example',
      'Join: a {quiet} hour (really)',
      'Leave: cancel the silver card from May 2',
      'None? the sea is blue',
    ])
    expect(asked(read)).toEqual([
      'Join.plan: choice gold/silver',
      'Leave.plan: choice gold/silver',
      'Join.newEmail: email',
      'Leave.date: date',
    ])
    expect(read.name).toBe('Gym')
    expect(read.examples[0]).toMatchObject({ tag: 'en-us', where: 'gym.lu:6' })
    expect(lost(read)).toEqual([
      'gym.lu: 1 comment(s)',
      'gym.lu:13: "gold" in "plan" said as golden, shiny',
      'gym.lu:18: the entity "email"',
    ])
  })

  test('writes alternatives and optional words out, and lists patterns with places for entities', () => {
    const read = readLu(sourceFiles({ 'a.en-us.lu': '# Hours\n- when [do you] (open|close)\n- open {day}\n' }))
    expect(said(read)).toEqual([
      'Hours: when do you open',
      'Hours: when do you close',
      'Hours: when open',
      'Hours: when close',
    ])
    expect(read.examples[0]?.tag).toBe('en-us')
    expect(lost(read)).toEqual(['a.en-us.lu:3: the pattern "open {day}" of "Hours"'])
  })

  test('follows references to utterances of other files, and lists those that lead nowhere', () => {
    const read = readLu(
      sourceFiles({
        'main.lu':
          '[all](./other/b.lu)\n[gone](./gone.lu)\n# A\n- [from b](./other/b.lu#B)\n- [no such](./other/b.lu#C)\n',
        'other/b.lu': '# B\n- one\n- two\n',
      }),
    )
    expect(said(read)).toEqual(['B: one', 'B: two', 'A: one', 'A: two'])
    expect(lost(read)).toEqual([
      'main.lu:2: the import of ./gone.lu',
      'main.lu:5: the reference to ./other/b.lu#C in "A"',
    ])
  })

  test('reads the entities of the first version of the format', () => {
    const read = readLu(
      sourceFiles({
        'old.lu':
          '# Go\n- to Rome or Oslo\n$city:Rome=\n- roma\n$city:Oslo=\n- christiania\n$PREBUILT:age\n$who:simple\n',
      }),
    )
    expect(asked(read)).toEqual(['Go.city: choice Rome/Oslo'])
  })

  test('lists lines that it does not understand, each with its line', () => {
    const read = readLu(
      sourceFiles({ 'a.lu': '- no intent\n# A\nstray\n- {@x=1\n- ok\n# ? why\n- because\n@ phraselist p =\n- w\n' }),
    )
    expect(said(read)).toEqual(['A: ok'])
    expect(lost(read)).toEqual([
      'a.lu:1: the line "no intent"',
      'a.lu:3: the line "stray"',
      'a.lu:4: "{@x=1" of "A"',
      'a.lu:6: the question "why"',
      'a.lu:7: "because" of a question',
      'a.lu:8: the phraselist "p"',
      'a.lu:9: "w" of the phraselist "p"',
    ])
  })

  test('never throws and never loops, whatever the lines say', () => {
    const piece = fc.constantFrom(
      '# A',
      '- ',
      '@ list x =',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '|',
      '\\',
      '@',
      '=',
      'a',
      '中',
      '\n',
      ' ',
      ':',
      '$',
      '>',
      '!#',
      '?',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readLu(sourceFiles({ 'a.lu': pieces.join('') }))
      }),
    )
  })
})

describe('parseUtterance', () => {
  test('takes nested labels off', () => {
    expect(parseUtterance('I am {@name = {@first=Ann} {@last=Lee}}, hello')).toEqual({
      kind: 'example',
      text: 'I am Ann Lee, hello',
      labels: [{ entity: 'name' }, { entity: 'first' }, { entity: 'last' }],
    })
  })
})

describe('expandPattern', () => {
  test('says every sentence of nested brackets once', () => {
    expect(expandPattern('^(a|b [very]) c^')).toEqual(['a c', 'b very c', 'b c'])
  })

  test('gives up on brackets that do not match, and stops where there are too many sentences', () => {
    for (const broken of ['(a', 'a)', '[a', 'a]', '(a]', '('.repeat(200)]) expect(expandPattern(broken)).toBeUndefined()
    expect(expandPattern('(a|b)'.repeat(40))).toHaveLength(25)
  })
})

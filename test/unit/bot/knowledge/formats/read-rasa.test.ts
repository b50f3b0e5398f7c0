import { describe, expect, test } from 'vitest'
import { readRasa } from '../../../../../bot/knowledge/formats/rasa/read-rasa.ts'
import { asked, lost, said, sourceFiles } from './source-files.ts'

const NLU = `version: "3.1"
nlu:
  - intent: rent_bike
    examples: |
      - a [red](colour) bike for [tomorrow](date)
      - I'd take the [big one]{"entity": "size", "value": "large"}
      - ride to [Oslo]{"entity": "place", "role": "destination"}
      no dash here
  - intent: faq/helmet
    examples:
      - text: |
          do I need a helmet
        metadata: { sentiment: neutral }
      - text: 要戴头盔吗
  - intent: out_of_scope
    examples: |
      - what is the weather
  - synonym: large
    examples: |
      - big one
  - regex: code
    examples: |
      - B[0-9]+
  - lookup: size
    examples: |
      - small
      - large
stories:
  - story: happy path
    steps:
      - intent: rent_bike
`

const DOMAIN = `version: "3.1"
intents: [rent_bike, faq, goodbye: { use_entities: true }]
entities: [colour]
slots:
  size: { type: text }
forms:
  bike_form: { required_slots: [size] }
actions: [utter_hi, action_pay]
responses:
  utter_rent_bike:
    - text: Take one at the gate.
      buttons: [{ title: ok, payload: /ok }]
    - text: 门口自取。
    - text: Only on slack.
      channel: slack
  utter_faq/helmet:
    - text: Yes.
  utter_lost: [{ text: Nobody asks. }]
  utter_for_rules: [{ text: Farewell. }]
rules:
  - rule: say bye
    steps:
      - intent: faq/helmet
      - action: utter_for_rules
  - rule: long
    steps:
      - intent: a
      - action: action_b
      - action: utter_c
`

describe('readRasa', () => {
  const read = readRasa(sourceFiles({ 'data/nlu.yml': NLU, 'domain.yml': DOMAIN, 'config.yml': 'language: en\n' }))

  test('reads examples without their annotations, in both forms', () => {
    expect(said(read)).toEqual([
      'rent_bike: a red bike for tomorrow',
      "rent_bike: I'd take the big one",
      'rent_bike: ride to Oslo',
      'faq/helmet: do I need a helmet',
      'faq/helmet: 要戴头盔吗',
      'out_of_scope? what is the weather',
    ])
    expect(read.examples.map(({ where }) => where)).toEqual([
      'data/nlu.yml:5',
      'data/nlu.yml:6',
      'data/nlu.yml:7',
      'data/nlu.yml:11',
      'data/nlu.yml:14',
      'data/nlu.yml:17',
    ])
  })

  test('makes details of annotated entities and lookups', () => {
    expect(asked(read)).toEqual([
      'rent_bike.size: choice small/large',
      'rent_bike.date: date',
      'rent_bike.destination: place',
    ])
  })

  test('takes the response of an intent, of a retrieval intent, and of a rule with one intent as answers', () => {
    expect(read.answers.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'rent_bike: Take one at the gate.',
      'rent_bike: 门口自取。',
      'faq/helmet: Yes.',
      'faq/helmet: Farewell.',
    ])
  })

  test('lists everything else with its line', () => {
    expect(lost(read)).toEqual(
      [
        'data/nlu.yml:8: the line "no dash here"',
        'data/nlu.yml:18: "large" said as big one',
        'data/nlu.yml:23: the pattern /B[0-9]+/ of "code"',
        'data/nlu.yml:29: the story "happy path"',
        'domain.yml:7: the action "action_pay"',
        'domain.yml:5: the slot "size"',
        'domain.yml:7: the form "bike_form"',
        'domain.yml:28: the rule "long"',
        'config.yml: the file config.yml',
        'domain.yml:11: buttons of the response utter_rent_bike: [{"title":"ok","payload":"/ok"}]',
        'domain.yml:14: the response utter_rent_bike: "Only on slack."',
        'domain.yml:18: the response utter_lost: "Nobody asks."',
        'data/nlu.yml:5: the entity "colour"',
      ].map((line) => expect.stringContaining(line.slice(line.indexOf(': ') + 2))),
    )
  })

  test.each([
    ['broken YAML', 'nlu:\n  - intent: "x\n', 'nlu.yml, line 3: not readable as YAML'],
    ['examples that are a number', 'nlu:\n  - intent: x\n    examples: 3\n', 'nlu.yml, line 3: '],
    ['nlu that is no list', 'nlu: x\n', 'nlu.yml, line 1: nlu must be a list'],
  ])('refuses %s with file and line', (_what, source, message) => {
    expect(() => readRasa(sourceFiles({ 'nlu.yml': source }))).toThrow(`IMPORT_INVALID: ${message}`)
  })

  test('lists an example whose annotation is not JSON', () => {
    const broken = readRasa(
      sourceFiles({ 'nlu.yml': 'nlu:\n  - intent: x\n    examples: |\n      - go [now]{entity: time}\n' }),
    )
    expect(lost(broken)).toEqual(['nlu.yml:4: "go [now]{entity: time}" of "x"'])
  })
})

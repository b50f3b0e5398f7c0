import { describe, expect, test } from 'vitest'
import { readLuis } from '../../../../../bot/knowledge/formats/read-luis.ts'
import { asked, lost, said, sourceFiles } from './source-files.ts'

const APP = {
  luis_schema_version: '7.0.0',
  name: 'Laundry',
  culture: 'en-us',
  intents: [{ name: 'None' }, { name: 'PickUp' }, { name: 'Price' }],
  entities: [{ name: 'Visit', children: [{ name: 'Street' }] }],
  prebuiltEntities: [{ name: 'datetimeV2' }, { name: 'email' }],
  closedLists: [
    {
      name: 'Fabric',
      subLists: [
        { canonicalForm: 'silk', list: ['silks'] },
        { canonicalForm: 'wool', list: [] },
      ],
    },
  ],
  regex_entities: [{ name: 'Ticket', regexPattern: 'L[0-9]{4}' }],
  phraselists: [{ name: 'Hurry', words: 'fast,quick' }],
  composites: [],
  utterances: [
    {
      text: 'fetch my shirts tomorrow',
      intent: 'PickUp',
      entities: [
        { entity: 'datetimeV2', startPos: 16, endPos: 23, role: 'pickupDate' },
        { entity: 'Visit', startPos: 0, endPos: 4, children: [{ entity: 'address', startPos: 0, endPos: 4 }] },
      ],
    },
    { text: 'what does silk cost', intent: 'Price', entities: [] },
    { text: 'sing a song', intent: 'None', entities: [] },
  ],
  patterns: [
    { pattern: 'how much (is|costs) one shirt[?]', intent: 'Price' },
    { pattern: 'clean {Fabric}', intent: 'Price' },
  ],
}

describe('readLuis', () => {
  const read = readLuis(sourceFiles({ 'laundry.json': APP }))

  test('reads utterances, writes patterns out, and takes None as out of scope', () => {
    expect(said(read)).toEqual([
      'PickUp: fetch my shirts tomorrow',
      'Price: what does silk cost',
      'None? sing a song',
      'Price: how much is one shirt?',
      'Price: how much is one shirt',
      'Price: how much costs one shirt?',
      'Price: how much costs one shirt',
    ])
  })

  test('makes details of roles, children and lists', () => {
    expect(asked(read)).toEqual(['PickUp.pickupDate: date', 'Price.fabric: choice silk/wool', 'PickUp.address: place'])
  })

  test('lists what cannot be carried over, with its place', () => {
    expect(lost(read)).toEqual([
      'laundry.json, patterns[1]: the pattern "clean {Fabric}" of "Price"',
      'laundry.json, phraselists[0]: "Hurry" of phraselists',
      'laundry.json, entities[0]: the entity "Visit"',
      'laundry.json, prebuiltEntities[1]: the entity "email"',
      'laundry.json, closedLists[0]: "silk" in "Fabric" said as silks',
      'laundry.json, regex_entities[0]: the entity "Ticket"',
      'laundry.json, regex_entities[0]: the pattern /L[0-9]{4}/ of "Ticket"',
    ])
  })

  test('refuses an utterance without an intent', () => {
    const broken = { ...APP, utterances: [{ text: 'x' }] }
    expect(() => readLuis(sourceFiles({ 'laundry.json': broken }))).toThrow(
      'IMPORT_INVALID: laundry.json, utterances[0].intent: ',
    )
  })
})

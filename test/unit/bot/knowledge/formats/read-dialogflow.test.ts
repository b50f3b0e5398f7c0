import { describe, expect, test } from 'vitest'
import { readDialogflow } from '../../../../../bot/knowledge/formats/read-dialogflow.ts'
import { asked, lost, said, sourceFiles } from './source-files.ts'

const phrase = (...data: unknown[]) => ({
  data: data.map((part) => (typeof part === 'string' ? { text: part } : part)),
  isTemplate: false,
})

const AGENT = {
  'agent.json': { displayName: 'Zoo', language: 'en' },
  'package.json': { version: '1.0.0' },
  'intents/tickets.json': {
    name: 'tickets',
    contexts: ['visitor'],
    events: [{ name: 'START' }],
    webhookUsed: true,
    responses: [
      {
        parameters: [
          {
            name: 'mail',
            dataType: '@sys.email',
            required: true,
            value: '$mail',
            prompts: [
              { lang: 'en', value: 'Which address?' },
              { lang: 'fr', value: 'Quelle adresse ?' },
            ],
          },
          { name: 'kind', dataType: '@kind', required: false, value: '$kind' },
          { name: 'mood', dataType: '@mood', value: '#visitor.mood' },
        ],
        messages: [
          { type: '0', lang: 'en', speech: ['At the gate.', 'By the gate.'] },
          { type: 0, lang: 'en', speech: 'Children are free.' },
          { type: '0', lang: 'zh-cn', speech: ['在门口。'] },
          { type: '4', lang: 'en', payload: { a: 1 } },
          { type: '0', lang: 'en', platform: 'TELEGRAM', speech: ['Here.'] },
        ],
      },
    ],
  },
  'intents/tickets_usersays_en.json': [
    phrase('send a ', { text: 'family', meta: '@kind', alias: 'kind', userDefined: true }, ' ticket to ', {
      text: 'a@b.example',
      meta: '@sys.email',
      alias: 'mail',
    }),
    { ...phrase('@sys.email:mail'), isTemplate: true },
  ],
  'intents/tickets_usersays_zh-cn.json': [phrase('买票')],
  'intents/tickets_usersays_fr.json': [phrase('un billet')],
  'intents/tickets - yes.json': { name: 'tickets - yes', parentId: 'x', responses: [] },
  'intents/tickets - yes_usersays_en.json': [phrase('yes please')],
  'intents/Default Fallback Intent.json': {
    name: 'Default Fallback Intent',
    fallbackIntent: true,
    responses: [{ messages: [{ type: '0', lang: 'en', speech: ['What?'] }] }],
  },
  'intents/Default Fallback Intent_usersays_en.json': [phrase('is it raining')],
  'entities/kind.json': { name: 'kind', isRegexp: false },
  'entities/kind_entries_en.json': [
    { value: 'family', synonyms: ['family', 'household'] },
    { value: 'single', synonyms: ['single'] },
  ],
}

describe('readDialogflow', () => {
  const read = readDialogflow(sourceFiles(AGENT))

  test('reads phrases of every language, and those of the fallback as out of scope', () => {
    expect(read.examples.map(({ tag }) => tag)).toEqual(['en', 'zh-cn', 'fr', 'en'])
    expect(said(read)).toEqual([
      'tickets: send a family ticket to a@b.example',
      'tickets: 买票',
      'tickets: un billet',
      'Default Fallback Intent? is it raining',
    ])
    expect(read.name).toBe('Zoo')
  })

  test('makes details of parameters, with what they are asked by', () => {
    expect(asked(read)).toEqual(['tickets.mail: email', 'tickets.kind: choice family/single'])
    expect(read.details.find(({ name }) => name === 'mail')).toMatchObject({
      required: true,
      prompts: [
        { text: 'Which address?', tag: 'en' },
        { text: 'Quelle adresse ?', tag: 'fr' },
      ],
    })
  })

  test('joins the text messages of a language into its answer', () => {
    expect(read.answers.map(({ tag, text }) => [tag, text])).toEqual([
      ['en', 'At the gate.\nChildren are free.'],
      ['zh-cn', '在门口。'],
    ])
  })

  test('lists what means something only to Dialogflow', () => {
    expect(lost(read).toSorted()).toEqual(
      [
        'package.json: the file package.json',
        'intents/tickets.json: the input context "visitor" of "tickets"',
        'intents/tickets.json: the event START of "tickets"',
        'intents/tickets.json: the webhook of "tickets"',
        'intents/tickets.json: the value #visitor.mood of "mood" of "tickets"',
        'intents/tickets.json, responses[0].messages[0]: the answer "By the gate." of "tickets"',
        'intents/tickets.json, responses[0].messages[3]: the response {"type":"4","lang":"en","payload":{"a":1}} of "tickets"',
        'intents/tickets.json, responses[0].messages[4]: the response "Here." of "tickets"',
        'intents/tickets - yes.json: the follow-up intent of "tickets - yes"',
        'intents/tickets - yes_usersays_en.json, [0]: the phrase "yes please" of "tickets - yes"',
        'intents/Default Fallback Intent.json, responses[0].messages[0]: the response "What?" of "Default Fallback Intent"',
        'intents/tickets_usersays_en.json, [1]: the phrase "@sys.email:mail" of "tickets"',
        'entities/kind.json: "family" in "kind" said as household',
        'intents/tickets.json: the entity "mood"',
      ].toSorted(),
    )
  })

  test('refuses Dialogflow CX, and a file that is not what its name says', () => {
    expect(() => readDialogflow(sourceFiles({ 'agent/intents/a/trainingPhrases/en.json': {} }))).toThrow(
      'only ES is read',
    )
    expect(() => readDialogflow(sourceFiles({ 'intents/a_usersays_en.json': {} }))).toThrow(
      'IMPORT_INVALID: intents/a_usersays_en.json, the document: ',
    )
  })
})

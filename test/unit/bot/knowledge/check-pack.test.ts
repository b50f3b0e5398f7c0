import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPack, learntHash, loadPack, packHash, trainingSetOf } from '../../../../bot/knowledge/index.ts'
import { PERSON, packFolder, REFUND, temporaryFolder } from './pack-folder.ts'

async function problemsWith(files: Record<string, string | undefined>): Promise<string[]> {
  const { pack, problems } = await checkPack(await packFolder(files))
  expect(pack === undefined).toBe(problems.length > 0)
  return problems
}

async function warningsWith(files: Record<string, string | undefined>): Promise<string[]> {
  const { problems, warnings } = await checkPack(await packFolder(files))
  expect(problems).toEqual([])
  return warnings
}

describe('a sound pack', () => {
  test('loads with its defaults filled in and nothing to report', async () => {
    const { pack, problems, warnings, needs, examples } = await checkPack(await packFolder())
    expect({ problems, warnings, needs, examples }).toEqual({
      problems: [],
      warnings: [],
      needs: 2,
      examples: { en: 16, zh: 16 },
    })
    const refund = pack?.needs.find(({ name }) => name === 'refund')
    expect(refund).toMatchObject({ role: 'task', group: 'general', answer: { draft: false } })
    expect(refund?.details).toEqual([
      {
        name: 'orderNumber',
        type: 'orderNumber',
        required: true,
        weight: 1,
        prompt: { en: 'Which order?', zh: '哪个订单？' },
      },
    ])
  })

  test('brings the replies of its agents, of which the model learns nothing', async () => {
    const replies = `- name: found
  title: { en: Found, zh: 查到了 }
  text: { en: 'I have found {orderNumber}, {customer}.', zh: '{customer}，{orderNumber} 查到了。' }
`
    const [bare, rich] = [
      await loadPack(await packFolder()),
      await loadPack(await packFolder({ 'replies.yaml': replies })),
    ]
    expect(rich.replies).toEqual([
      {
        name: 'found',
        title: { en: 'Found', zh: '查到了' },
        text: { en: 'I have found {orderNumber}, {customer}.', zh: '{customer}，{orderNumber} 查到了。' },
      },
    ])
    expect(bare.replies).toBeUndefined()
    expect(learntHash(rich)).toBe(learntHash(bare))
  })

  test('may be written in YAML with a byte order mark and Windows line ends', async () => {
    expect(await problemsWith({ 'needs/refund.yaml': `\uFEFF${REFUND.replaceAll('\n', '\r\n')}` })).toEqual([])
  })
})

describe('what is wrong is reported with file, line and mend', () => {
  const mistakes: [what: string, files: Record<string, string | undefined>, problem: string | RegExp][] = [
    [
      'an unknown key',
      { 'needs/refund.yaml': REFUND.replace('answer:', 'anwser:') },
      'needs/refund.yaml:9: unknown key "anwser". Did you mean "answer"?',
    ],
    [
      'an unknown key inside a list',
      { 'needs/refund.yaml': REFUND.replace('    type:', '    typ:') },
      'needs/refund.yaml:7: unknown key "typ". Did you mean "type"?',
    ],
    [
      'a reply with a variable that nobody fills in',
      { 'replies.yaml': '- name: hi\n  title: { en: Hi, zh: 你好 }\n  text: { en: "Hi {custmer}", zh: 您好 }\n' },
      'replies.yaml:3: unknown variable "{custmer}". Did you mean "customer"?',
    ],
    [
      'a reply that is missing in a language',
      { 'replies.yaml': '- name: hi\n  title: { en: Hi, zh: 你好 }\n  text: { en: Hi }\n' },
      'replies.yaml:3: 1 text is missing in "zh". Add it, or remove "zh" from pack.yaml\'s languages.',
    ],
    [
      'two replies of one name',
      {
        'replies.yaml': '- { name: hi, title: { en: A, zh: 甲 }, text: { en: A, zh: 甲 } }\n'.repeat(2),
      },
      'replies.yaml:2: the reply "hi" is there twice. Rename or remove one.',
    ],
    [
      'an unknown key that is like no other',
      { 'pack.yaml': 'colour: red\n' },
      'pack.yaml:1: unknown key "colour". Known here: name, title, languages, defaultLanguage, timeZone, products.',
    ],
    [
      'a word that is not among the choices',
      { 'needs/refund.yaml': `role: pesron\n${REFUND}` },
      'needs/refund.yaml:1: role is "pesron", which is not known. Did you mean "person"? Write one of task, person, greeting, thanks, goodbye, complaint.',
    ],
    [
      'a missing answer',
      { 'needs/refund.yaml': REFUND.slice(0, REFUND.indexOf('answer:')) },
      'needs/refund.yaml:1: answer is missing. Add a group of keys.',
    ],
    [
      'an example that YAML reads as a number',
      { 'needs/refund.yaml': REFUND.replace('  en: [where is my refund,', '  en: [12345,') },
      'needs/refund.yaml:3: examples.en no. 1 is read as number. Put quotes around it: "12345".',
    ],
    [
      'an example with a colon that YAML reads as a key',
      { 'needs/refund.yaml': REFUND.replace('  en: [where is my refund,', '  en: [question: where,') },
      /needs\/refund\.yaml:3: examples\.en no\. 1 is read as a list or a group of keys\..* put quotes around it/,
    ],
    [
      'an empty text',
      { 'needs/refund.yaml': REFUND.replace('where is my refund', "' '") },
      'needs/refund.yaml:3: examples.en no. 1 is empty. Write it, or remove the line.',
    ],
    [
      'a text in one language only',
      { 'needs/refund.yaml': REFUND.replace('{ en: Refunds, zh: 退款 }', '{ en: Refunds }') },
      'needs/refund.yaml:1: title is missing in "zh". Add it, or remove "zh" from pack.yaml\'s languages.',
    ],
    [
      'a prompt in one language only',
      { 'needs/refund.yaml': REFUND.replace(', zh: 哪个订单？', '') },
      'needs/refund.yaml:8: details 1 prompt is missing in "zh". Add it, or remove "zh" from pack.yaml\'s languages.',
    ],
    [
      'a placeholder that no detail fills',
      { 'needs/refund.yaml': REFUND.replace('of {orderNumber}', 'of {ordreNumber}') },
      'needs/refund.yaml:10: unknown placeholder "{ordreNumber}". Did you mean "orderNumber"?',
    ],
    [
      'a placeholder that may stay empty',
      { 'needs/refund.yaml': REFUND.replace('type: orderNumber', 'type: orderNumber\n    required: false') },
      /needs\/refund\.yaml:11: the placeholder "\{orderNumber\}" may stay empty/,
    ],
    [
      'a detail that is there twice',
      {
        'needs/refund.yaml': REFUND.replace(
          'answer:',
          '  - { name: orderNumber, type: text, prompt: { en: a, zh: b } }\nanswer:',
        ),
      },
      'needs/refund.yaml:9: the detail "orderNumber" is there twice. Rename or remove one.',
    ],
    [
      'a choice without choices',
      { 'needs/refund.yaml': REFUND.replace('type: orderNumber', 'type: choice') },
      'needs/refund.yaml:6: the detail "orderNumber" is a choice without choices. Add at least two.',
    ],
    [
      'one text that teaches two needs, whatever its case and spaces',
      { 'needs/person.yaml': PERSON.replace('[a person please', '[Where  is my REFUND') },
      'needs/refund.yaml:3: the example "where is my refund" is also in needs/person.yaml. One text cannot mean two needs: keep it in one.',
    ],
    [
      'a text that is both a need and out of scope',
      { 'out-of-scope.yaml': 'examples:\n  en:\n    - human\n' },
      'out-of-scope.yaml:3: the example "human" is also in needs/person.yaml. One text cannot mean two needs: keep it in one.',
    ],
    [
      'two needs that a customer cannot tell apart in a list',
      { 'needs/person.yaml': PERSON.replace('A person', 'refunds') },
      'needs/refund.yaml:1: the title in en "Refunds" is also that of needs/person.yaml. Write another, or join the two needs.',
    ],
    [
      'a label that leads to two needs',
      { 'needs/person.yaml': `label: refund\n${PERSON}` },
      'needs/refund.yaml:1: the label "refund" is also that of needs/person.yaml. Write another, or join the two needs.',
    ],
    [
      'a need with a single example',
      { 'needs/person.yaml': PERSON.replace(/en: \[.*\]/, 'en: [human]').replace(/zh: \[.*\]/, 'zh: []') },
      'needs/person.yaml:3: has 1 example(s). Write at least 2, better 8.',
    ],
    [
      'a time zone that does not exist',
      {
        'pack.yaml':
          'name: a\ntitle: { en: A, zh: A }\nlanguages: [en, zh]\ndefaultLanguage: en\ntimeZone: Mars/Olympus\n',
      },
      'pack.yaml:5: "Mars/Olympus" is not a time zone. Write an IANA name such as "Europe/London" or "Asia/Shanghai".',
    ],
    [
      'a default language that the pack does not speak',
      { 'pack.yaml': 'name: a\ntitle: { en: A }\nlanguages: [en]\ndefaultLanguage: zh\ntimeZone: UTC\n' },
      'pack.yaml:4: "zh" is not among the languages. Add it to languages, or choose en.',
    ],
    [
      'a file that is not YAML',
      { 'needs/refund.yaml': 'title: "open\nanswer: x\n' },
      /needs\/refund\.yaml:\d+: not readable as YAML/,
    ],
    [
      'a key that is there twice',
      { 'needs/refund.yaml': `${REFUND}title: {}\n` },
      /needs\/refund\.yaml:13: not readable as YAML: .*unique/,
    ],
    [
      'an alias without an anchor',
      { 'needs/refund.yaml': 'title: *nothing\n' },
      /needs\/refund\.yaml:1: not readable as YAML/,
    ],
    ['an empty file', { 'needs/refund.yaml': '' }, 'needs/refund.yaml:1: the file is empty. Add a group of keys.'],
    [
      'a need with the wrong ending',
      { 'needs/late.yml': REFUND },
      'needs/late.yml:1: is not read. Rename it to end in ".yaml".',
    ],
    [
      'a file name that is no need name',
      { 'needs/My Refund.yaml': REFUND },
      /needs\/My Refund\.yaml:1: the file name is the need's name/,
    ],
    [
      'a pack without needs',
      { 'needs/refund.yaml': undefined, 'needs/person.yaml': undefined },
      'needs:1: there are 0 need(s), and it takes two to tell them apart. Write files such as needs/order-status.yaml.',
    ],
  ]
  test.each(mistakes)('%s', async (_what, files, problem) => {
    const problems = await problemsWith(files)
    expect(problems).toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem))
  })

  test.each(['javascript:alert(1)', '//elsewhere.example/x', 'help', 'ftp://files.example', 'http://', '/a b'])(
    'a source that a customer cannot follow: %s',
    async (url) => {
      const problems = await problemsWith({ 'needs/refund.yaml': REFUND.replace('/help#refunds', JSON.stringify(url)) })
      expect(problems).toEqual([
        expect.stringMatching(/^needs\/refund\.yaml:11: answer\.source\.url must be an address/),
      ])
    },
  )

  test.each(['/help#refunds', 'https://shop.example/help?x=1#y', 'http://127.0.0.1:3978/help'])(
    'but not a source that leads somewhere: %s',
    async (url) => {
      expect(await problemsWith({ 'needs/refund.yaml': REFUND.replace('/help#refunds', JSON.stringify(url)) })).toEqual(
        [],
      )
    },
  )

  test('every problem of every file is reported at once, in the order of the files', async () => {
    const problems = await problemsWith({
      'needs/refund.yaml': REFUND.replace('answer:', 'anwser:'),
      'needs/person.yaml': PERSON.replace('role: person', 'role: nobody'),
      'out-of-scope.yaml': 'exmples: {}\n',
    })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'needs/person.yaml',
      'needs/refund.yaml',
      'needs/refund.yaml',
      'out-of-scope.yaml',
      'out-of-scope.yaml',
    ])
  })
})

describe('what may stay is a warning', () => {
  test('a promise that an answer makes and nobody would keep account of', async () => {
    const text = "text: { en: 'A colleague will call you within 2 hours.', zh: 同事一般会联系您。 }"
    const warnings = await warningsWith({ 'needs/person.yaml': PERSON.replace(/text: .*/, text) })
    expect(warnings).toEqual([
      'needs/person.yaml:7: the answer promises something that nobody keeps account of: "A colleague will call you within 2 hours". Declare it under answer, such as "promise: { what: { en: ... }, withinHours: 2 }", or say it so that it is no promise.',
    ])
  })

  test('a declared promise with another time than the customer reads', async () => {
    const text = "text: { en: 'We will answer within 24 hours.', zh: 我们会在两天内回复您。 }"
    const warnings = await warningsWith({ 'needs/refund.yaml': REFUND.replace(/text: .*/, text) })
    expect(warnings).toEqual([
      'needs/refund.yaml:10: the answer promises it within 24 hours, and promise.withinHours says 48. Write the same in both.',
    ])
  })

  const cases: [what: string, files: Record<string, string>, warning: string][] = [
    [
      'few examples in a language',
      { 'needs/person.yaml': PERSON.replace(', staff', '') },
      'needs/person.yaml:4: has 7 example(s) in "en". 8 or more are understood better.',
    ],
    [
      'the same example twice in one need',
      { 'needs/person.yaml': PERSON.replace('[a person', '[Human, a person') },
      'needs/person.yaml:4: the example "human" is there twice. Remove one.',
    ],
    [
      'an answer that is a draft',
      { 'needs/refund.yaml': `${REFUND}  draft: true\n` },
      'needs/refund.yaml:13: the answer is a draft. Write it, then remove "draft: true".',
    ],
    [
      'no need for a person',
      { 'needs/person.yaml': PERSON.replace('role: person', 'role: task') },
      'pack.yaml:1: no need has the role "person". Add one, so that customers who ask for a person are understood.',
    ],
    [
      'two needs for a person',
      { 'needs/refund.yaml': `role: person\n${REFUND}` },
      'needs/refund.yaml:1: the role "person" is also in needs/person.yaml. One need is enough.',
    ],
    [
      'a draft with a single example, so that an imported pack can be served',
      {
        'needs/person.yaml': `${PERSON.replace(/en: \[.*\]/, 'en: [human]').replace(/zh: \[.*\]/, 'zh: []')}  draft: true\n`,
      },
      'needs/person.yaml:3: has 1 example(s). Write at least 2, better 8.',
    ],
    [
      'a file that is not read',
      { 'needs/notes.txt': 'x' },
      'needs/notes.txt:1: is not read: needs are files that end in ".yaml".',
    ],
  ]
  test.each(cases)('%s', async (_what, files, warning) => {
    expect(await warningsWith(files)).toContain(warning)
  })
})

describe('loadPack', () => {
  test('throws PACK_INVALID with every problem in its text', async () => {
    const dir = await packFolder({
      'needs/refund.yaml': REFUND.replace('answer:', 'anwser:'),
      'needs/person.yaml': PERSON.replace('role: person', 'role: nobody'),
    })
    await expect(loadPack(dir)).rejects.toMatchObject({
      code: 'PACK_INVALID',
      message: expect.stringMatching(
        /has 3 problem\(s\):\nneeds\/person\.yaml:1: .*\nneeds\/refund\.yaml:1: .*\nneeds\/refund\.yaml:9: /,
      ),
    })
  })

  test('throws PACK_NOT_FOUND where there is no pack.yaml', async () => {
    const dir = await temporaryFolder()
    await expect(loadPack(dir)).rejects.toMatchObject({ code: 'PACK_NOT_FOUND' })
    await expect(loadPack(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'PACK_NOT_FOUND' })
  })
})

describe('packHash', () => {
  test('stays the same when only the layout changes, and changes with the content', async () => {
    const hash = packHash(await loadPack(await packFolder()))
    const relaidOut = `# a comment\n${REFUND.replace('title: { en: Refunds, zh: 退款 }', 'title:\n  zh: 退款\n  en: Refunds')}`
    expect(packHash(await loadPack(await packFolder({ 'needs/refund.yaml': relaidOut })))).toBe(hash)
    const changed = REFUND.replace('withinHours: 48', 'withinHours: 49')
    expect(packHash(await loadPack(await packFolder({ 'needs/refund.yaml': changed })))).not.toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('learntHash', () => {
  const hashWith = async (files: Record<string, string>) => learntHash(await loadPack(await packFolder(files)))

  test('stays the same when an answer, a detail or what is said to whom changes, which nothing is learnt from', async () => {
    const changed = REFUND.replace('is under way', 'has been sent').replace('Which order?', 'What is its number?')
    expect(await hashWith({ 'needs/refund.yaml': changed })).toBe(await hashWith({}))
  })

  test('changes with an example, a title, a message that is out of scope, or the need of an example', async () => {
    const hashes = await Promise.all([
      hashWith({}),
      hashWith({ 'needs/refund.yaml': REFUND.replace('my money,', 'my cash,') }),
      hashWith({ 'needs/refund.yaml': REFUND.replace('en: Refunds', 'en: Money back') }),
      hashWith({ 'out-of-scope.yaml': 'examples: { en: [is it raining] }\n' }),
      hashWith({
        'needs/refund.yaml': REFUND.replace('my money, ', ''),
        'needs/person.yaml': PERSON.replace('human,', 'human, my money,'),
      }),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('trainingSetOf', () => {
  test('holds every example of every need in both languages, the titles, and what is out of scope', async () => {
    const dir = await packFolder({ 'out-of-scope.yaml': 'examples: { en: [is it raining], zh: [下雨吗] }\n' })
    const set = trainingSetOf(await loadPack(dir))
    expect(set.examples).toHaveLength(32)
    expect(set.examples).toContainEqual({ text: '转人工', need: 'person' })
    expect(set.titles).toEqual({ person: ['A person', '人工'], refund: ['Refunds', '退款'] })
    expect(set.outOfScope).toEqual(['is it raining', '下雨吗'])
  })

  test('teaches the titles too where a draft has a single example, so that it can be trained', async () => {
    const person = PERSON.replace(/en: \[.*\]/, 'en: [human]').replace(/zh: \[.*\]/, 'zh: []')
    const set = trainingSetOf(await loadPack(await packFolder({ 'needs/person.yaml': `${person}  draft: true\n` })))
    expect(set.examples.filter(({ need }) => need === 'person').map(({ text }) => text)).toEqual([
      'human',
      'A person',
      '人工',
    ])
  })

  test('has nothing out of scope when the pack says nothing about it', async () => {
    const dir = await packFolder()
    await rm(join(dir, 'out-of-scope.yaml'), { force: true })
    expect(trainingSetOf(await loadPack(dir)).outOfScope).toEqual([])
  })
})

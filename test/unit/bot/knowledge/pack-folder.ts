import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for one test, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-pack-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a small sound pack, with some files replaced, added, or (undefined) left out. */
export async function packFolder(files: Record<string, string | undefined> = {}): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, content] of Object.entries({ ...SOUND_PACK, ...files })) {
    if (content === undefined) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export const REFUND = `title: { en: Refunds, zh: 退款 }
examples:
  en: [where is my refund, money back please, refund of CD-1, when do I get paid back, refund, no refund yet, my money, pay me back]
  zh: [退款呢, 钱什么时候退, 我要退款, 退款到哪了, 还没退钱, 退款进度, 查退款, 把钱退我]
details:
  - name: orderNumber
    type: orderNumber
    prompt: { en: Which order?, zh: 哪个订单？ }
answer:
  text: { en: 'The refund of {orderNumber} is under way.', zh: '{orderNumber} 的退款在路上。' }
  source: { title: { en: Refunds, zh: 退款 }, url: /help#refunds }
  promise: { what: { en: Refund, zh: 退款 }, withinHours: 48 }
`

export const PERSON = `role: person
title: { en: A person, zh: 人工 }
examples:
  en: [a person please, human, agent, let me talk to someone, operator, real person, a colleague please, staff]
  zh: [转人工, 人工客服, 找真人, 要客服, 叫个人来, 人工服务, 接客服, 真人]
answer:
  text: { en: I am passing you on., zh: 为您转接。 }
`

const SOUND_PACK: Record<string, string> = {
  'pack.yaml': `name: corner-shop
title: { en: Corner shop, zh: 街角小店 }
languages: [en, zh]
defaultLanguage: en
timeZone: Asia/Shanghai
products: [Blue mug]
`,
  'needs/refund.yaml': REFUND,
  'needs/person.yaml': PERSON,
}

import { describe, expect, onTestFinished, test } from 'vitest'
import type { KnowledgePack } from '../../../../domain/index.ts'
import { openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP } from '../../../contract/channels/corner-shop.ts'

async function helpOf(pack: KnowledgePack): Promise<Response> {
  const company = await openCompany({ pack })
  onTestFinished(() => company.stop())
  return fetch(`${company.url}/api/help`)
}

describe('GET /api/help', () => {
  test('gives the help text of every language as Markdown, and the name of the company', async () => {
    const response = await helpOf({ ...CORNER_SHOP, help: { en: '# Help', zh: '# 帮助' } })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      company: { en: 'Corner Shop', zh: '街角小店' },
      help: { en: '# Help', zh: '# 帮助' },
    })
  })

  test('leaves out a language in which there is none, and fills up the name of the company', async () => {
    const response = await helpOf({ ...CORNER_SHOP, title: { zh: '街角小店' }, help: { zh: '# 帮助' } })
    expect(await response.json()).toEqual({
      company: { en: '街角小店', zh: '街角小店' },
      help: { zh: '# 帮助' },
    })
  })

  test('is 404 NOT_FOUND where the company has written none', async () => {
    const response = await helpOf(CORNER_SHOP)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})

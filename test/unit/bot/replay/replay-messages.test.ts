import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReplayFigures, replayMessages } from '../../../../bot/replay/replay-messages.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP } from '../../../contract/channels/corner-shop.ts'

const MESSAGES = [
  { text: 'how do I return it', label: 'return-item' },
  { text: 'is a card fine for the kettle I brought back', label: 'return-item' },
  // Nobody knows what these mean: a list of the first four needs is offered.
  { text: 'hmm', label: 'opening-hours' },
  { text: '嗯', label: 'return-item' },
  { text: 'hmm', label: 'gift-wrap' },
  { text: 'hmm', label: 'oos' },
  { text: 'a gift card of another shop', label: 'oos' },
  { text: 'I want to talk to a human', label: 'delivery-time' },
]

describe('a replay of labelled messages through the real client', () => {
  let company: Company
  beforeAll(async () => {
    company = await openCompany()
  })
  afterAll(() => company.stop())

  const replay = (follow: boolean): Promise<ReplayFigures> =>
    replayMessages({
      pack: CORNER_SHOP,
      messages: MESSAGES,
      oosLabel: 'oos',
      url: company.url,
      newId: randomUUID,
      follow,
      onProgress: () => undefined,
    })

  const FIRST = {
    messages: 8,
    answered: 3,
    answeredRight: 1,
    answeredWrong: 2,
    clarified: 4,
    clarifiedWithTruth: 2,
    entriesPerList: 4,
    escalated: 1,
    lost: 0,
    duplicated: 0,
  }

  it('counts what the bot did first', async () => {
    const figures = await replay(false)
    expect(figures).toMatchObject(FIRST)
    expect(figures).not.toHaveProperty('second')
  })

  it('follows each customer one step further: to the pick from a list that has their need, else to a person', async () => {
    const figures = await replay(true)
    expect(figures).toMatchObject(FIRST)
    expect(figures.second).toEqual({ answeredRight: 3, answeredWrong: 2, picked: 2, handedOver: 3, open: 0 })
  })
})

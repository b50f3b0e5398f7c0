import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { foundInBytes, saysWhoTheyAre } from '../../../bench/loop/personal-data.ts'

const told = ['Orsolya Vantreight', '9820170000']

describe('the search for personal data in bytes', () => {
  it.each([
    ['UTF-8', Buffer.from('{"features":["orsolya vantreight","emi"]}')],
    ['UTF-16', Buffer.from('ORSOLYA VANTREIGHT', 'utf16le')],
    ['UTF-16 at an odd offset', Buffer.concat([Buffer.from('x'), Buffer.from('Orsolya Vantreight', 'utf16le')])],
    ['compressed', gzipSync(Buffer.from('of Orsolya Vantreight'))],
  ])('finds a name in %s', (_, bytes) => {
    expect(foundInBytes(bytes, told)).toEqual(['Orsolya Vantreight'])
  })

  it('finds nothing where there is nothing', () => {
    expect(foundInBytes(Buffer.from('where is my mattress'), told)).toEqual([])
  })
})

describe('customers who say who they are', () => {
  it('are every tenth, no two of them the same', () => {
    const all = Array.from({ length: 200 }, (_, number) => saysWhoTheyAre('emi', number))
    const speaking = all.filter((one) => one.told.length > 0)
    expect(speaking).toHaveLength(20)
    expect(new Set(speaking.map(({ text }) => text)).size).toBe(20)
    for (const { text, told } of speaking) for (const one of told) expect(text).toContain(one)
    expect(all[1]).toEqual({ text: 'emi', told: [] })
  })
})

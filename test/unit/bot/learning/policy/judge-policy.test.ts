import { describe, expect, it } from 'vitest'
import { comparePolicies, type JudgedConversation } from '../../../../../bot/learning/policy/compare-policies.ts'
import { judgePolicy } from '../../../../../bot/learning/policy/judge-policy.ts'
import type { Mind } from '../../../../../bot/turn/mind.ts'
import { spentLevel } from '../../../../../nlp/index.ts'
import { companyMind, simulatedRecord } from './simulated-record.ts'

const optionsOf = ({ policy }: Mind) => ({ written: policy, guaranteed: false })
const FIRST = { seed: 7, level: spentLevel(1) }

describe('figures held against those in force', () => {
  it('are better where persons seldom solve what the policy thinks they do', async () => {
    const inForce = companyMind()
    const evidence = simulatedRecord(inForce, 500, { personSolves: 0.3 }, 1)
    const judged = await judgePolicy(inForce, evidence, optionsOf(inForce))
    const verdict = comparePolicies(judged, FIRST)
    expect(verdict.better).toBe(true)
    expect(verdict.reasons).toMatchObject([{ code: 'better', cases: judged.length }])
  })

  it('are better where the bot is wrong far more often than it believes', async () => {
    const inForce = companyMind({ answerAbove: 0.5 })
    const evidence = simulatedRecord(inForce, 500, { personSolves: 0.95, surer: 0.5 }, 2)
    expect(comparePolicies(await judgePolicy(inForce, evidence, optionsOf(inForce)), FIRST).better).toBe(true)
  })

  it('have nothing to show where they decide nothing differently', async () => {
    const inForce = companyMind()
    const evidence = simulatedRecord(inForce, 200, { personSolves: 0.95 }, 3)
    const judged = await judgePolicy(inForce, evidence, { ...optionsOf(inForce), guaranteed: true })
    expect(judged).toEqual([])
    expect(comparePolicies(judged, FIRST)).toEqual({
      better: false,
      reasons: [{ code: 'too-few-cases', cases: 0, needed: 20 }],
    })
  })

  it('are not better when they lose in one language what they gain in the other', () => {
    const of = (language: 'en' | 'zh', after: number): JudgedConversation => ({ language, before: 0, after })
    const judged = [...Array(200).fill(of('en', 1)), ...Array(20).fill(of('zh', -1))]
    const { better, reasons } = comparePolicies(judged, FIRST)
    expect(better).toBe(false)
    expect(reasons.map(({ code }) => code)).toEqual(['better', 'language-worse'])
  })

  // Answering is worth exactly as much as handing over here: p * 1 - (1 - p) * 1.4 = 0.95 - 0.6 at p = 0.729.
  it('are taken for better at most once in twenty when they are not: 200 useless challengers', async () => {
    const inForce = companyMind({ answerAbove: 0.9 })
    const breakEven = { personSolves: 0.95, surer: 0.729 / 0.85 }
    let tried = 0
    let taken = 0
    for (let company = 0; company < 200; company++) {
      const evidence = simulatedRecord(inForce, 70, breakEven, company, ['my money'])
      const judged = await judgePolicy(inForce, evidence, optionsOf(inForce))
      if (judged.length > 0) tried += 1
      if (comparePolicies(judged, { seed: company, level: spentLevel(1) }).better) taken += 1
    }
    expect(tried).toBeGreaterThan(100)
    expect(taken).toBeLessThanOrEqual(10)
  }, 180_000)
})

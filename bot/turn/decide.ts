import type { Alternative, Decision } from '../../domain/index.ts'
import { type DecisionInput, isRefusal, sureNeeds } from './decision-input.ts'
import { hardRule } from './hard-rules.ts'
import { serveAll } from './serve-all.ts'
import { weigh } from './weigh.ts'

/** A decision with what it was weighed against. */
export interface Deliberated {
  decision: Decision
  by: 'rule' | 'utility'
  /** What could have been done, best first; empty where a rule decided without weighing. */
  alternatives: Alternative[]
}

/** What to do with a turn: hard rules first, then what is worth most on average; several sure needs are served together. */
export function decide(input: DecisionInput): Deliberated {
  const rule = hardRule(input)
  if (rule) return { decision: rule, by: 'rule', alternatives: [] }
  const { decision, alternatives } = weigh(input)
  const isServed = decision.kind === 'answer' || decision.kind === 'ask'
  const isAlone = sureNeeds(input).length < 2 && input.before.queue.length === 0
  if (!isServed || isAlone || isRefusal(input)) return { decision, by: 'utility', alternatives }
  return { decision: serveAll(input), by: 'utility', alternatives }
}

/** Takes one bad rating after the other until it is killed; tells each that is stored. Started by a test. */
import { openStore } from '../../store/index.ts'
import { goodwillNode, goodwillPolicy } from '../support/goodwill-company.ts'

const [path = '', name = '', budget = '0'] = process.argv.slice(2)
const store = await openStore(path)
const node = goodwillNode(store, goodwillPolicy({ budgetPerMonth: Number(budget) }), name)
const START = Date.UTC(2026, 10, 2)
for (let i = 0; ; i++) {
  const conversationId = `${name}-${i}`
  const ended = {
    customerId: `cu-${name}-${i}`,
    conversationId,
    at: START,
    verdict: 'unresolved' as const,
    knownSince: 0,
  }
  const surveyId = await node.ends(ended)
  await node.rates(conversationId, surveyId, 1, START + 1)
  process.stdout.write(`${conversationId}\n`)
}

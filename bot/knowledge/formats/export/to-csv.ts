import Papa from 'papaparse'
import type { KnowledgePack } from '../../../../domain/index.ts'
import type { ExportedPack } from './exported-pack.ts'
import { examplesOf, intentNames, packOnlyParts } from './exported-pack.ts'

const OUT_OF_SCOPE = 'oos'

/** Columns text, label, language; messages that are none of the needs have the label `oos`. */
export function toCsv(pack: KnowledgePack): ExportedPack {
  const why = `"${OUT_OF_SCOPE}" is the label of messages that are none of the needs`
  const { names, notCarried } = intentNames(pack, { reserved: [OUT_OF_SCOPE], adapt: (label) => label, why })
  const none = examplesOf(pack.outOfScope)
  const rows = [
    ...pack.needs.flatMap((need) =>
      examplesOf(need.examples).map(({ text, language }) => [text, names.get(need), language]),
    ),
    ...none.map(({ text, language }) => [text, OUT_OF_SCOPE, language]),
  ]
  const csv = Papa.unparse([['text', 'label', 'language'], ...rows], { newline: '\n' })
  return {
    files: new Map([['examples.csv', `${csv}\n`]]),
    answers: 0,
    outOfScope: none.length,
    notCarried: [...notCarried, ...packOnlyParts(pack, false)],
  }
}

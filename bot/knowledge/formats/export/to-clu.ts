import type { KnowledgePack, Language } from '../../../../domain/index.ts'
import type { NotCarried } from '../imported-pack.ts'
import type { Example, ExportedPack } from './exported-pack.ts'
import { examplesOf, fileOf, intentNames, packOnlyParts } from './exported-pack.ts'

const NONE = 'None'
const CULTURES: Record<Language, string> = { en: 'en-us', zh: 'zh-hans' }

/** https://learn.microsoft.com/azure/ai-services/language-service/conversational-language-understanding/service-limits */
const LONGEST_NAME = 50
const LONGEST_UTTERANCE = 500
const NOT_IN_NAMES = /[:$&%*()+~#/?]/g

/** A conversation project that "Import project" in Azure AI Language takes. */
export function toClu(pack: KnowledgePack): ExportedPack {
  const { names, notCarried } = intentNames(pack, {
    reserved: [NONE],
    adapt: (label) => [...label.replace(NOT_IN_NAMES, '_')].slice(0, LONGEST_NAME).join(''),
    why: `an intent of CLU is called neither "${NONE}" nor by more than ${LONGEST_NAME} letters, nor has it one of : $ & % * ( ) + ~ # / ?`,
  })
  const utterances = (examples: Example[], intent: string, where: string) =>
    examples.flatMap(({ text, language }) => {
      if (text.length > LONGEST_UTTERANCE) {
        notCarried.push(tooLong(text, where))
        return []
      }
      return [{ text, intent, language: CULTURES[language], dataset: 'Train', entities: [] }]
    })
  const none = utterances(examplesOf(pack.outOfScope), NONE, 'out-of-scope.yaml')
  const project = {
    projectFileVersion: '2023-04-01',
    stringIndexType: 'Utf16CodeUnit',
    metadata: {
      projectKind: 'Conversation',
      projectName: pack.name.replace(/[^\w.-]/g, '_').slice(0, LONGEST_NAME),
      multilingual: pack.languages.length > 1,
      description: Object.values(pack.title).join(' / '),
      language: CULTURES[pack.defaultLanguage],
      settings: { confidenceThreshold: 0 },
    },
    assets: {
      projectKind: 'Conversation',
      intents: [{ category: NONE }, ...[...names.values()].map((category) => ({ category }))],
      entities: [],
      utterances: [
        ...pack.needs.flatMap((need) =>
          utterances(examplesOf(need.examples), names.get(need) ?? need.name, fileOf(need)),
        ),
        ...none,
      ],
    },
  }
  return {
    files: new Map([['project.json', `${JSON.stringify(project, null, 2)}\n`]]),
    answers: 0,
    outOfScope: none.length,
    notCarried: [...notCarried, ...packOnlyParts(pack, false)],
  }
}

function tooLong(text: string, where: string): NotCarried {
  return { what: `the example "${text}"`, where, why: `CLU takes at most ${LONGEST_UTTERANCE} characters` }
}

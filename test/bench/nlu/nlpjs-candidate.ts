import type { Language } from '../../../domain/index.ts'
import type { Candidate } from './candidate.ts'
import { requireCompetitor } from './competitors.ts'

/** The part of nlp.js used here; it comes without types. */
interface Nlpjs {
  containerBootstrap(): { use(plugin: unknown): void; get(name: 'nlp'): Nlp }
  Nlp: unknown
  LangEn: unknown
}
interface Nlp {
  settings: { autoSave: boolean }
  nluManager: {
    settings: { log: boolean }
    process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>
  }
  addLanguage(language: string): void
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<unknown>
  process(language: string, text: string): Promise<unknown>
}

/** nlp.js as its guide sets it up, with its own package for the language; that for Chinese segments by a dictionary. */
export function loadNlpjs(language: Language): Candidate {
  const basic: Nlpjs = requireCompetitor('@nlpjs/basic')
  const container = basic.containerBootstrap()
  container.use(basic.Nlp)
  container.use(language === 'zh' ? requireCompetitor('@nlpjs/lang-zh').LangZh : basic.LangEn)
  const nlp = container.get('nlp')
  nlp.settings.autoSave = false
  nlp.nluManager.settings.log = false
  nlp.addLanguage(language)
  return {
    async train(messages) {
      for (const { text, label } of messages) nlp.addDocument(language, text, label)
      await nlp.train()
      const needs = new Set(messages.map(({ label }) => label))
      return {
        async classify(text) {
          const { classifications } = await nlp.nluManager.process(language, text)
          // It answers "None" where it knows no token; that is no need unless the data has one of that name.
          const first = classifications.find(({ intent }) => needs.has(intent))
          return { need: first?.intent, score: first?.score ?? 0 }
        },
        understand: (text) => nlp.process(language, text),
      }
    },
  }
}

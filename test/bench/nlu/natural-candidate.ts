import natural from 'natural/lib/natural/classifiers/index.js'
import type { Language } from '../../../domain/index.ts'
import type { Candidate } from './candidate.ts'

/**
 * natural's BayesClassifier with its defaults, in the version that Candor installs.
 * Chinese goes in as one token per character: of Chinese strings its tokenizer makes nothing.
 */
export function loadNatural(language: Language): Candidate {
  const read = (text: string) => (language === 'zh' ? [...text] : text)
  return {
    train(messages) {
      const classifier = new natural.BayesClassifier()
      for (const { text, label } of messages) classifier.addDocument(read(text), label)
      classifier.train()
      return {
        classify(text) {
          const ranked = classifier.getClassifications(read(text))
          // Its values are likelihoods and shrink with every word; the first one's share can be compared.
          const sum = ranked.reduce((total, { value }) => total + value, 0)
          return { need: ranked[0]?.label, score: sum > 0 ? (ranked[0]?.value ?? 0) / sum : 0 }
        },
      }
    },
  }
}

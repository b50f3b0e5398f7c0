import type { Language } from '../../domain/index.ts'
import { normalizeText } from './normalize.ts'

export interface DetectedLanguage {
  language: Language
  /** 0..1 that the text is in `language` rather than in one that Candor does not speak. */
  confidence: number
}

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const LETTER = /\p{L}/u

/**
 * Which of Candor's languages a text is in. The script decides: a Chinese character says as much as a short Latin word.
 * Latin text is English unless its small words are those of another language; other scripts lower the confidence.
 * A text without letters (numbers, emoji) is taken as English with confidence 0.5.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const normal = normalizeText(text)
  const words = normal.match(/\p{L}[\p{L}']*/gu) ?? []
  let han = 0
  let latin = 0
  let foreign = 0
  for (const word of words) {
    for (const char of word) {
      if (HAN.test(char)) han += 1
      else if (KANA_OR_HANGUL.test(char)) foreign += 1
      else if (LATIN.test(char)) latin += 0.25
      else if (LETTER.test(char)) foreign += 0.25
    }
  }
  const total = han + latin + foreign
  if (total === 0) return { language: 'en', confidence: 0.5 }
  // Japanese writes Han characters among kana: a fifth of kana is enough to tell.
  if (han >= latin && foreign <= 0.2 * han) return { language: 'zh', confidence: (han + latin) / total }
  if (han > latin) return { language: 'zh', confidence: Math.min(0.3, han / total) }
  return { language: 'en', confidence: ((latin + han) / total) * englishShare(words) }
}

const ENGLISH = wordSet(
  `a about after again all am an and any are as at back be been before being but by can cancel card change could
  day did do does doing done for from get give go got had has have hello help here hi how i if in into is it its just
  know let like long make many me more much my need new no not now of off on one or order out over pay please price
  return send should so some still take tell than thank thanks that the their them then there these they thing this
  time to today tomorrow too track up us use want was way we were what when where which who why will with work would
  yes you your money refund delivery account buy`,
)
// Small words that are frequent in the language and no English words.
const OTHER_LATIN = wordSet(
  `el la los las un una que por para con como donde mi quiero pedido esta este pero muy hola gracias cuando del estoy
  le les des une est je vous nous mon ma votre commande pour avec dans sur bonjour merci pas qui ou mais tres suis
  der die das und ist ich nicht mein meine wo wie sie wir ein eine einen mit auf fur bitte danke habe kann zu
  il di che non per sono mio ordine dove come ciao grazie della questo voglio
  o os uma voce nao meu minha pedido onde obrigado quero ola
  het een ik niet mijn waar hoe van en bestelling is dank
  nie jest jak gdzie moje zamowienie prosze dzien dobry
  och jag inte min var hur tack ja`,
)
for (const shared of ENGLISH) OTHER_LATIN.delete(shared)

/** 0..1: how far the small words speak for English rather than for another language in Latin script. */
function englishShare(words: string[]): number {
  let english = 0
  let other = 0
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1
    else if (OTHER_LATIN.has(word)) other += 1
  }
  // A single foreign word is often a name ("Die Hard", "La Roche"): one point of doubt is free.
  return (english + 2) / (english + 2 + 2 * Math.max(0, other - 1) + (other > 0 && english === 0 ? 1 : 0))
}

function wordSet(words: string): Set<string> {
  return new Set(words.split(/\s+/))
}

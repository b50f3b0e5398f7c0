import type { SurveyFilledIn } from '../../bot/http/api.ts'

/** A survey's card with the inputs as they were answered; a card of another kind stays as it is. */
export function fillCard(card: unknown, answers: SurveyFilledIn): unknown {
  if (typeof card !== 'object' || card === null || !('body' in card) || !Array.isArray(card.body)) return card
  return { ...card, body: card.body.map((element) => filled(element, answers)) }
}

function filled(element: unknown, answers: SurveyFilledIn): unknown {
  if (typeof element !== 'object' || element === null || !('id' in element)) return element
  const answer = answers[String(element.id)]
  return answer === undefined ? element : { ...element, value: inputValue(answer) }
}

function inputValue(answer: SurveyFilledIn[string]): string {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
}

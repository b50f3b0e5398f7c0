import { AdaptiveCard, HostConfig, SubmitAction } from 'adaptivecards'

// A card's text is text here: no Markdown, so no HTML can come of it.
AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false
}

/** Sizes and spacing only; colours come from the page's theme (chat.css), so that dark mode needs no second card. */
const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 0 },
  fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 22 },
  actions: { maxActions: 5, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
  inputs: { label: { requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
  containerStyles: {
    default: {
      foregroundColors: { default: { default: 'inherit', subtle: 'inherit' } },
      backgroundColor: 'transparent',
    },
  },
})

/** So many choices are numbers, which stand side by side. */
const LONG_SCALE = 8

/**
 * Draws a card. A submit goes out once, with the action's own data and the inputs together.
 * @throws what the renderer throws for a card it cannot read
 */
export function renderCard(content: unknown, onSubmit: (value: Record<string, unknown>) => void): HTMLElement {
  const card = new AdaptiveCard()
  card.hostConfig = hostConfig
  let submitted = false
  card.onExecuteAction = (action) => {
    if (!(action instanceof SubmitAction) || submitted) return
    submitted = true
    onSubmit(typeof action.data === 'object' && action.data !== null ? { ...action.data } : {})
  }
  card.parse(content)
  const element = card.render()
  if (!element) throw new TypeError('the card has nothing to show')
  for (const choices of element.querySelectorAll('.ac-choiceSetInput-expanded')) {
    if (choices.querySelectorAll('input').length >= LONG_SCALE) choices.classList.add('long-scale')
  }
  return element
}

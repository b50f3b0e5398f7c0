import { Lexer, lexer, type Token } from 'marked'

/** A heading and what stands under it, up to the next heading of any depth. */
export interface HelpPart {
  /** As the heading names it (`{#delivery}`), else by its place, which is the same in every language. */
  id: string
  /** 2..6: the page's own title is the only one of depth 1. */
  depth: number
  heading: Token[]
  title: string
  blocks: Token[]
}

export interface HelpDocument {
  title: string | undefined
  /** What stands before the first part. */
  intro: Token[]
  parts: HelpPart[]
}

export interface HelpContents {
  part: HelpPart
  under: HelpPart[]
}

/** Cuts Markdown (GFM) at its headings. Pure; nothing of it becomes HTML here. */
export function readHelp(markdown: string): HelpDocument {
  const help: HelpDocument = { title: undefined, intro: [], parts: [] }
  for (const token of lexer(markdown)) {
    if (token.type !== 'heading') {
      const blocks = help.parts.at(-1)?.blocks ?? help.intro
      blocks.push(token)
      continue
    }
    const [text, name] = cutName(String(token.text))
    if (token.depth === 1 && help.title === undefined && help.parts.length === 0) {
      help.title = plainText(Lexer.lexInline(text))
      continue
    }
    const heading = Lexer.lexInline(text)
    const id = name ?? `part-${help.parts.length + 1}`
    help.parts.push({ id, depth: Math.max(2, Number(token.depth)), heading, title: plainText(heading), blocks: [] })
  }
  return help
}

/** Two levels: the highest headings, and everything under each. */
export function contentsOf(parts: readonly HelpPart[]): HelpContents[] {
  const top = Math.min(...parts.map(({ depth }) => depth))
  const contents: HelpContents[] = []
  for (const part of parts) {
    const above = contents.at(-1)
    if (part.depth === top || !above) contents.push({ part, under: [] })
    else above.under.push(part)
  }
  return contents
}

function cutName(heading: string): [text: string, name: string | undefined] {
  const found = /\s*\{#([^\s{}]+)\}\s*$/.exec(heading)
  return found ? [heading.slice(0, found.index), found[1]] : [heading, undefined]
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? token.text : ' '))
    .join('')
}

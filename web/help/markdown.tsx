import type { MarkedToken, Token, Tokens } from 'marked'
import type { ComponentChildren } from 'preact'
import { LinkedText } from '../shared/linked-text.tsx'
import { safeHref } from '../shared/safe-link.ts'

/**
 * Markdown's tokens as elements. What the company wrote stays text wherever it is not Markdown:
 * HTML is shown as it is written, and only addresses that may be followed become links.
 */
export function markdown(tokens: readonly Token[]): ComponentChildren[] {
  return tokens.map((token, index) => element(token as MarkedToken, index))
}

function element(token: MarkedToken, key: number): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'paragraph':
      return <p key={key}>{markdown(token.tokens)}</p>
    case 'heading':
      // Only inside quotes and lists; the others have cut the page into its parts.
      return (
        <p key={key}>
          <strong>{markdown(token.tokens)}</strong>
        </p>
      )
    case 'list': {
      const items = markdown(token.items)
      if (!token.ordered) return <ul key={key}>{items}</ul>
      return (
        <ol key={key} start={token.start === '' ? 1 : token.start}>
          {items}
        </ol>
      )
    }
    case 'list_item':
      return <li key={key}>{markdown(token.tokens)}</li>
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ '
    case 'blockquote':
      return <blockquote key={key}>{markdown(token.tokens)}</blockquote>
    case 'code':
      return (
        <pre key={key}>
          <code>{token.text}</code>
        </pre>
      )
    case 'table':
      return <Table key={key} table={token} />
    case 'hr':
      return <hr key={key} />
    case 'strong':
      return <strong key={key}>{markdown(token.tokens)}</strong>
    case 'em':
      return <em key={key}>{markdown(token.tokens)}</em>
    case 'del':
      return <del key={key}>{markdown(token.tokens)}</del>
    case 'codespan':
      return <code key={key}>{token.text}</code>
    case 'br':
      return <br key={key} />
    case 'link':
      return <Link key={key} link={token} />
    case 'text':
      return token.tokens ? markdown(token.tokens) : token.text
    case 'image':
    case 'escape':
    case 'html':
      return token.text
    default:
      return token satisfies never
  }
}

function Link(props: { link: Tokens.Link }) {
  const { link } = props
  // GFM takes Chinese punctuation, and what follows it, into a bare address.
  if (link.autolink && /^https?:/i.test(link.raw)) return <LinkedText text={link.raw} />
  const href = /^(#|mailto:)/i.test(link.href) ? link.href : safeHref(link.href)
  const children = markdown(link.tokens)
  return href === undefined ? children : <a href={href}>{children}</a>
}

function Table(props: { table: Tokens.Table }) {
  const { header, rows } = props.table
  const align = (cell: Tokens.TableCell) => (cell.align ? { style: { textAlign: cell.align } } : {})
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, column) => (
            <th key={column} scope="col" {...align(cell)}>
              {markdown(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} {...align(cell)}>
                {markdown(cell.tokens)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

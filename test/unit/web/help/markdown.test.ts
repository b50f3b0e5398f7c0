import { lexer } from 'marked'
import { type ComponentChildren, isValidElement } from 'preact'
import { describe, expect, test } from 'vitest'
import { markdown } from '../../../../web/help/markdown.tsx'

/** The elements as a reader of the page's source would see them, with their links. */
function drawn(children: ComponentChildren): string {
  if (Array.isArray(children)) return children.map(drawn).join('')
  if (!isValidElement(children)) return children === null || children === undefined ? '' : String(children)
  const { type, props } = children as { type: unknown; props: Record<string, ComponentChildren> }
  if (typeof type === 'function') return drawn((type as (given: unknown) => ComponentChildren)(props))
  const inside = drawn(props.children)
  if (typeof type !== 'string') return inside
  return `[${type}${typeof props.href === 'string' ? ` ${props.href}` : ''}:${inside}]`
}

const draw = (text: string) => drawn(markdown(lexer(text)))

describe('markdown', () => {
  test.each([
    ['paragraphs with emphasis', 'a **b** *c* ~~d~~ `e<f`', '[p:a [strong:b] [em:c] [del:d] [code:e<f]]'],
    ['lists', '1. a\n2. b\n   - c\n', '[ol:[li:a][li:b[ul:[li:c]]]]'],
    ['tasks', '- [x] a\n- [ ] b\n', '[ul:[li:☑ a][li:☐ b]]'],
    [
      'tables',
      '| a | b |\n|---|--:|\n| 1 | **2** |\n',
      '[table:[thead:[tr:[th:a][th:b]]][tbody:[tr:[td:1][td:[strong:2]]]]]',
    ],
    ['quotes, code and lines', '> a\n\n```\nb\n```\n\n---\n', '[blockquote:[p:a]][pre:[code:b]][hr:]'],
    ['an escaped sign', '\\*a\\*', '[p:*a*]'],
    [
      'links on the page, on the site and elsewhere',
      '[a](#b) [c](/d) [e](https://f.example)',
      '[p:[a #b:a] [a /d:c] [a https://f.example:e]]',
    ],
    [
      'an e-mail address',
      'mail help@shop.example，please',
      '[p:mail [a mailto:help@shop.example:help@shop.example]，please]',
    ],
    [
      'a bare address, without the Chinese sentence after it',
      '看 https://shop.example/a，谢谢',
      '[p:看 [a https://shop.example/a:https://shop.example/a]，谢谢]',
    ],
  ])('draws %s', (_what, text, expected) => {
    expect(draw(text)).toBe(expected)
  })

  test.each([
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['an element inside a sentence', 'a <img src=x onerror=alert(1)> b', '[p:a <img src=x onerror=alert(1)> b]'],
    ['a link that would run', '[a](javascript:alert(1)) [b](data:text/html,c)', '[p:a b]'],
    ['a link that leaves the site unseen', '[a](//elsewhere.example)', '[p:a]'],
    ['a picture', '![a lamp](https://tracker.example/x.png)', '[p:a lamp]'],
  ])('shows %s as text', (_what, text, expected) => {
    expect(draw(text)).toBe(expected)
  })
})

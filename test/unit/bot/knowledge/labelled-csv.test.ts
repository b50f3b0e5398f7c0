import { describe, expect, test } from 'vitest'
import { parseLabelledCsv } from '../../../../bot/knowledge/labelled-csv.ts'

const read = (csv: string) => parseLabelledCsv('messages.csv', new TextEncoder().encode(csv))

describe('parseLabelledCsv', () => {
  test('reads quotes, commas, line ends of Windows, a byte order mark, and skips empty rows', () => {
    expect(read('\uFEFFtext,label\r\n"Hello, ""you""",greeting\r\n,\r\n\r\n"two\r\nlines",other\r\n')).toEqual([
      { row: 2, text: 'Hello, "you"', label: 'greeting' },
      { row: 5, text: 'two\r\nlines', label: 'other' },
    ])
  })

  test('takes columns in any order and case, ignores others, and reads semicolons and tabs', () => {
    expect(read('Id;Label;Text\n7;a;x, y\n')).toEqual([{ row: 2, text: 'x, y', label: 'a' }])
    expect(read('text\tlabel\nx\ta\n')).toEqual([{ row: 2, text: 'x', label: 'a' }])
  })

  test.each([
    [
      'no label column',
      'text,intent\nx,a\n',
      'row 1: there is no column "label", found: text, intent. Write "text,label"',
    ],
    ['two text columns', 'text,text,label\nx,y,a\n', 'row 1: the column "text" is there twice'],
    ['an empty file', '', 'row 1: there is no column "text", found: nothing'],
    ['a header alone', 'text,label\n', 'row 1: there is nothing below the header'],
    ['empty labels', 'text,label\nx,a\ny,\nz,a\nw,\n', 'row 3: the label is empty (also in row 5). Write the label'],
    ['an empty text', 'text,label\n ,a\n', 'row 2: the text is empty. Write the text'],
    ['a comma without quotes', 'text,label\nhello, you,greeting\n', 'row 2: there are more cells than the 2 columns'],
    [
      'a quote that never closes',
      'text,label\nx,a\n"open,a\ny,b\n',
      'row 3: quoted field unterminated. Close every quote',
    ],
  ])('refuses %s, with the row and the mend', (_what, csv, message) => {
    expect(() => read(csv)).toThrow(`CSV_INVALID: messages.csv, ${message}`)
  })

  test('refuses a file that is not UTF-8 rather than importing broken characters', () => {
    const gbk = new Uint8Array([...new TextEncoder().encode('text,label\n'), 0xc4, 0xe3, 0xba, 0xc3, 0x2c, 0x61, 0x0a])
    expect(() => parseLabelledCsv('messages.csv', gbk)).toThrow('the file is not UTF-8')
  })
})

/** Backslashes before every character that could begin formatting, a link or HTML (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#~|]/g, '\\$&')
}

/**
 * Markdown as the plain text that a chat shows: links with their address behind them, no marks for bold, italics and headings.
 * QnA Maker stores every answer as Markdown (https://learn.microsoft.com/azure/ai-services/qnamaker/reference-markdown-format).
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(
      /!?\[([^\][\n]{0,500})\]\((https?:\/\/[^\s()]{1,2000})(?:\s"[^"\n]{0,200}")?\)/g,
      (_whole, text: string, url: string) => (text.trim() === '' || text === url ? url : `${text} (${url})`),
    )
    .replace(/^[ \t]{0,3}#{1,6}[ \t]+/gm, '')
    .replace(/^([ \t]{0,12})[*+][ \t]+/gm, '$1- ')
    .replace(/(?<!\\)(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=[^\s\\])\1/g, '$2')
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s\\])\*(?![\w*])/g, '$1')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

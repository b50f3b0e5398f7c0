/** natural's word lists, which its own types leave out. */
declare module 'natural/lib/natural/util/stopwords*.js' {
  const lists: { words: string[] }
  // biome-ignore lint/style/noDefaultExport: this is how a CommonJS module looks from here.
  export default lists
}

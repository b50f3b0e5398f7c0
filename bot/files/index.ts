export * from './check-file.ts'
export { dataUrlBytes } from './data-url.ts'
export * from './file-links.ts'
export { isImage } from './media-type.ts'

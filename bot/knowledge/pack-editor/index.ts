export { addDraftNeed, type DraftNeed } from './add-draft-need.ts'
export { isWritable, type PackEdit } from './edit-pack.ts'
export { setAnswer } from './set-answer.ts'

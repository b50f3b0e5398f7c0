export { noteContact } from './note-contact.ts'
export { promiseAnswer } from './promise-answer.ts'
export { PromiseKeeper } from './promise-keeper.ts'

export { noteContact } from './note-contact.ts'
export { PromiseKeeper } from './promise-keeper.ts'
export { tellAbsence } from './tell-absence.ts'
export { absenceInWords, type Unattended, unattended } from './unattended.ts'

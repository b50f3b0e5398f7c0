export { heartbeat, sayGoodbye, sendAside, sendFrame } from './live-socket.ts'
export { lookAgain } from './look-again.ts'
export { type ReadMarks, readMarks } from './read-marks.ts'
export { type Typing, type TypingSignals, typingSignals } from './typing.ts'

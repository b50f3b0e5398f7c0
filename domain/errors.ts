/**
 * Every error that a person may meet, in one place: what is wrong and how to mend it.
 * `{name}` is filled from the details given where it is raised.
 */
const CATALOGUE = {
  CONFIG_INVALID: { status: 500, text: '{field}: {problem}. {mend}' },
  CONFIG_UNSAFE: { status: 500, text: '{problem}. {mend}' },
  POLICY_INVALID: { status: 400, text: 'The policy in {file} is not valid: {problem}. {mend}' },
  REPLAY_RUNNING: {
    status: 409,
    text: 'Another comparison of policies is running on this server. Wait until it has ended, and try again.',
  },
  POLICY_TRY_UNKNOWN: { status: 404, text: 'There are no tried figures {id}. Load the page again.' },
  POLICY_TRY_CLOSED: {
    status: 409,
    text: 'This cannot be said of these figures (any more): newer ones were tried, or somebody has decided. Load the page again.',
  },
  PACK_NOT_FOUND: { status: 400, text: 'No knowledge pack at {dir}: {problem}. Give the folder that holds pack.yaml.' },
  PACK_INVALID: { status: 400, text: 'The knowledge pack at {dir} has {count} problem(s):\n{problems}' },
  FILE_UNREADABLE: { status: 400, text: 'Cannot read {file}: {problem}. Check the path and the rights.' },
  FILE_EXISTS: {
    status: 400,
    text: '{file} already exists and is not empty. Choose another folder, or remove it first.',
  },
  IMPORT_INVALID: { status: 400, text: '{file}, {place}: {problem}. {mend}' },
  CSV_INVALID: { status: 400, text: '{file}, row {row}: {problem}. {mend}' },
  TRAINING_TOO_LITTLE: {
    status: 400,
    text: 'Cannot train: {problem}. Give at least two needs with two examples each.',
  },
  TRAINING_FAILED: { status: 500, text: 'Training did not finish: {problem}' },
  MODEL_UNREADABLE: {
    status: 500,
    text: 'The model cannot be read: {problem}. {mend}',
  },
  DATABASE_UNREACHABLE: { status: 500, text: 'Cannot open the database {database}: {problem}. {mend}' },
  DATABASE_NEWER: {
    status: 500,
    text: 'The database was written by a newer Candor (migration {found}). Upgrade Candor, or use another database.',
  },
  PAGES_NOT_BUILT: { status: 500, text: 'The pages could not be built: {problem}' },
  BODY_TOO_LARGE: { status: 413, text: 'The request is larger than {limitBytes} bytes. Send less.' },
  BODY_INVALID: { status: 400, text: 'The request body is not valid: {problem}. {mend}' },
  PERIOD_INVALID: { status: 400, text: 'That is no range of days: {problem}. {mend}' },
  TEXT_TOO_LONG: {
    status: 400,
    text: 'The message has {length} characters; at most {limit} are taken. Send it in parts.',
  },
  ACTIVITY_UNSUPPORTED: {
    status: 400,
    text: 'Activities of type "{type}" are not taken here. Send "message", "typing", "event" or "conversationUpdate".',
  },
  UPLOAD_UNSUPPORTED: {
    status: 415,
    text: 'This way files are not taken: {problem}. Send them to /v3/directline/conversations/…/upload as multipart/form-data, or as data: URLs in contentUrl.',
  },
  FILE_REFUSED: {
    status: 415,
    text: 'The file "{name}" is not taken: {problem}. Send a PNG, JPEG, GIF or WebP picture, or a PDF.',
  },
  FILE_TOO_LARGE: {
    status: 413,
    text: 'The file "{name}" is larger than {limitBytes} bytes. Make it smaller, or send it in parts.',
  },
  FILES_TOO_MANY: {
    status: 400,
    text: 'The message carries {count} files; at most {limit} are taken. Send the others with another message.',
  },
  FILES_FULL: {
    status: 413,
    text: 'The files of this conversation would take more than {limitBytes} bytes. Describe in words what the others show.',
  },
  FILE_UNKNOWN: { status: 404, text: 'There is no such file in this conversation. Load the conversation again.' },
  FILE_LINK_INVALID: {
    status: 403,
    text: 'This link to a file is not valid or has expired. Open the conversation again for a new one.',
  },
  TOKEN_MISSING: {
    status: 401,
    text: 'No token. Send "Authorization: Bearer …" with a token from /v3/directline/tokens/generate.',
  },
  TOKEN_INVALID: {
    status: 403,
    text: 'The token is not valid here: {problem}. Get a new one from /v3/directline/tokens/generate.',
  },
  TOKEN_EXPIRED: { status: 403, text: 'The token has expired. Get a new one from /v3/directline/tokens/generate.' },
  WATERMARK_INVALID: {
    status: 400,
    text: 'The watermark "{watermark}" is not a number from 0 to {last}. Leave it out to read from the start.',
  },
  CONVERSATION_UNKNOWN: {
    status: 404,
    text: 'There is no conversation {id}. Start one with POST /v3/directline/conversations.',
  },
  AGENT_FULL: {
    status: 409,
    text: 'You have {limit} conversations open, as many as you take at once. Resolve one or give it back first.',
  },
  CONVERSATION_TAKEN: { status: 409, text: 'This conversation was taken by {by}.' },
  JOINED_BY_OTHER: {
    status: 409,
    text: '{by} has joined this conversation already. One supervisor can be with an agent at a time.',
  },
  AGENT_UNKNOWN: { status: 404, text: 'There is no agent {id}. GET /api/desk/queue lists the colleagues.' },
  QUEUE_UNKNOWN: { status: 400, text: 'There is no queue "{name}". The policy has: {names}.' },
  TRANSFER_TO_SELF: {
    status: 409,
    text: 'This conversation is yours already. Name another agent, or a queue.',
  },
  CORRECTION_REFUSED: {
    status: 409,
    text: 'Message {seq} cannot be corrected. Only a text that you wrote yourself in this conversation can.',
  },
  OFFERED_TO_OTHER: {
    status: 409,
    text: 'This customer is offered to {by} for another {seconds} s. Take another one, or wait until then.',
  },
  CONVERSATION_BUSY: { status: 503, text: 'The conversation is being changed by others. Try again.' },
  TRANSITION_REFUSED: { status: 409, text: 'Cannot do "{event}": the conversation is {owner}. {mend}' },
  PROMISE_UNKNOWN: { status: 404, text: 'There is no promise {id}. Load the list again.' },
  PROMISE_SETTLED: { status: 409, text: 'This promise is settled already: {state}. Load the list again.' },
  PROMISE_OF_OTHER: { status: 409, text: '{by} sees to this promise. Take it over first.' },
  PROMISE_CHANGED: {
    status: 409,
    text: 'Somebody else has changed this promise in the meantime. Load it again and look at what they did.',
  },
  PROMISE_TOLD_OTHERWISE: {
    status: 409,
    text: 'What becomes of this promise is not for an agent to say: {why}. Answer the customer instead.',
  },
  CHECK_UNKNOWN: {
    status: 404,
    text: 'Message {seq} of conversation {id} is not to be checked. GET /api/checks/next names one that is.',
  },
  CHECK_TAKEN: { status: 409, text: 'This message has been checked already. GET /api/checks/next names another one.' },
  CANDIDATE_UNKNOWN: { status: 404, text: 'There is no message {id} to review. Load the list again.' },
  CANDIDATE_CHANGED: {
    status: 409,
    text: 'Somebody else has decided on this message in the meantime. Load it again and look at what they said.',
  },
  CLUSTER_UNKNOWN: {
    status: 404,
    text: 'There is no such group of messages in these days any more. Load the backlog again.',
  },
  NEED_UNKNOWN: { status: 400, text: 'The pack has no need "{need}". Load the page again and choose one that it has.' },
  NEED_EXISTS: { status: 409, text: 'The pack already has a need "{need}". Choose another name.' },
  ANSWER_CHANGED: {
    status: 409,
    text: 'The answer of the need "{need}" has been changed in the meantime. Load the page again and compare.',
  },
  PACK_READ_ONLY: {
    status: 409,
    text: 'The pack at {dir} cannot be written here: {problem}. Change it where it is kept, or allow this server to write it.',
  },
  MODEL_UNKNOWN: { status: 404, text: 'There is no model {id}. "npx candor models list" names those there are.' },
  MODEL_UNFIT: {
    status: 409,
    text: 'Model {id} does not fit the pack: {problem}. Train one with "npx candor train".',
  },
  MODEL_FIRST: {
    status: 409,
    text: 'No model has served before {id}: there is none to go back to. "npx candor models promote" lets any stored one serve.',
  },
  SURVEY_UNKNOWN: { status: 404, text: 'There is no survey {id} for you.' },
  SURVEY_LINK_INVALID: {
    status: 401,
    text: 'This link opens no survey: it was cut, or is too old. Use the whole link of the latest message.',
  },
  SURVEY_EXPIRED: { status: 410, text: 'This survey closed on {at}.' },
  SIGN_IN_NEEDED: { status: 401, text: 'Sign in first.' },
  SIGN_IN_FAILED: { status: 401, text: 'E-mail or password is wrong.' },
  SIGN_IN_LINK_INVALID: {
    status: 410,
    text: 'This sign-in link was used or has expired. Ask an administrator, or run "npx candor agent add".',
  },
  CUSTOMER_UNKNOWN: { status: 404, text: 'There is no customer {id}. Open the page from the dashboard or the desk.' },
  CUSTOMER_NOT_SERVED: {
    status: 403,
    text: 'You have not served this customer. A manager can open the page, or transfer the conversation to you.',
  },
  PROMISE_NOT_SERVED: {
    status: 403,
    text: 'You have not served this customer, so you cannot promise them anything. Take the conversation over first, or ask who served them, or a manager.',
  },
  FORBIDDEN: { status: 403, text: '{what} needs the role {role}.' },
  CROSS_SITE: {
    status: 403,
    text: 'The request comes from another site ({origin}). Open the page of this server itself.',
  },
  CSRF_MISSING: {
    status: 403,
    text: 'The header x-candor-csrf is missing or of another session. Send the csrfToken of GET /api/session.',
  },
  TOO_MANY_REQUESTS: { status: 429, text: 'Too many requests. Try again in {seconds} s.' },
  NOT_FOUND: { status: 404, text: 'There is nothing at {path}.' },
  METHOD_NOT_ALLOWED: { status: 405, text: '{path} does not take {method}.' },
  SERVICE_URL_REFUSED: {
    status: 403,
    text: 'The serviceUrl {url} is not one of the Bot Framework. Add its host to CANDOR_SERVICE_HOSTS if it is yours.',
  },
  CONNECTOR_SILENT: { status: 504, text: 'The channel did not answer within {seconds} s. It will be tried again.' },
  BOT_AUTHENTICATION_FAILED: {
    status: 401,
    text: 'The request is not signed for this bot. Check CANDOR_APP_ID and the app registration of the sender.',
  },
  LOOPBACK_ONLY: {
    status: 403,
    text: 'Without CANDOR_APP_ID, /api/messages answers this machine only. Set CANDOR_APP_ID and CANDOR_APP_PASSWORD to open it.',
  },
  AGENT_EXISTS: { status: 409, text: 'There is already an agent with the e-mail {email}.' },
  SERVER_UNREACHABLE: { status: 500, text: 'No Candor answers at {url}: {problem}. Start it with "npx candor serve".' },
  INTERNAL: { status: 500, text: 'Something went wrong here; it was logged as {incident}. Try again.' },
} as const

export type ErrorCode = keyof typeof CATALOGUE
export const ERROR_CODES = Object.keys(CATALOGUE) as ErrorCode[]

/** An error with a code from the catalogue, an HTTP status, and a text that says what, why and how to mend. */
export class CandorError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, details: Record<string, string | number> = {}, options?: { cause?: unknown }) {
    const { status, text } = CATALOGUE[code]
    super(`${code}: ${fill(text, details)}`, options)
    this.name = 'CandorError'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** An error as programs read it: over HTTP and on the command line with `--json`. The message goes without its code. */
export function errorBody({ code, message, details }: CandorError): {
  error: { code: ErrorCode; message: string; details: Readonly<Record<string, string | number>> }
} {
  return { error: { code, message: message.slice(code.length + 2), details } }
}

function fill(text: string, details: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole)).trim()
}

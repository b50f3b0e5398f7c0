export type { HttpConfig } from './config.ts'
export { createHttpServer, type HttpServer, type HttpServerOptions } from './server.ts'
export { hashPassword } from './session/password.ts'
export { createSignInLink } from './session/sessions.ts'

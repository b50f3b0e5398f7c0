export type { HttpConfig } from './config.ts'
export { createHttpServer, type HttpServer, type HttpServerOptions } from './server.ts'

/**
 * Stands in for `botframework-streaming` when the pages are built (see vite.config.ts). DirectLineJS brings it along
 * for its other transport, which this chat never opens; without it the chat is 40 KB (gzip) lighter.
 */
export class WebSocketClient {}

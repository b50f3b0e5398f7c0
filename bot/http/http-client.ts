import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { HttpClient } from './route.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip']

/**
 * Where a request comes from. Forwarding headers are believed from a proxy on this machine,
 * and from any other only with `trustProxy`, since anybody can write them.
 */
export function httpClient(request: IncomingMessage, trustProxy: boolean): HttpClient {
  const peer = request.socket.remoteAddress ?? ''
  const peerIsLocal = LOOPBACK.test(peer)
  const forwarded = FORWARDED.some((name) => request.headers[name] !== undefined)
  const believed = forwarded && (trustProxy || peerIsLocal)
  const encrypted = request.socket instanceof TLSSocket
  return {
    // The last entry is the one our own proxy wrote; those before it are the client's to invent.
    ip: (believed && lastOf(request.headers['x-forwarded-for'])) || peer,
    loopback: peerIsLocal && !forwarded,
    protocol: (believed ? lastOf(request.headers['x-forwarded-proto']) === 'https' : encrypted) ? 'https:' : 'http:',
    host: safeHost((believed && lastOf(request.headers['x-forwarded-host'])) || request.headers.host || ''),
  }
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header.join(',') : header)?.split(',').at(-1)?.trim()
}

function safeHost(host: string): string {
  return /^[\w.\-:[\]]{1,255}$/.test(host) ? host : 'localhost'
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** What the customer sees in the chat's frame. */
const IN_THE_CHAT = ['/chat', '/my-record']

/** Who may show which page in a frame: the chat is made for other sites' pages, the desk and the dashboard are not. */
function frameAncestors(path: string): string {
  if (IN_THE_CHAT.some((page) => path === page || path.startsWith(`${page}/`))) return '*'
  return path === '/' ? "'self'" : "'none'"
}

function policy(ancestors: string): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Charts and cards set styles on elements; no script comes from anywhere but here.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [ancestors],
      },
    },
    // `frame-ancestors` says it; the older header knows no "any site".
    xFrameOptions: false,
    // Scripts and the API are made for other sites; what is private needs a cookie, which other sites cannot use.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    originAgentCluster: false,
    // Whoever ends TLS in front of this server decides about HTTPS for the whole host.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

const POLICIES = new Map(['*', "'self'", "'none'"].map((ancestors) => [ancestors, policy(ancestors)]))

/** helmet, with the frame rule of the path. */
export function securityHeaders(path: string): Middleware {
  return POLICIES.get(frameAncestors(path)) ?? policy("'none'")
}

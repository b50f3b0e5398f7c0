/**
 * What other sites' pages may call: the chat's protocol and its script. Never with cookies, so `*` is safe.
 * @returns the headers to add; undefined where cross-origin calls are not allowed
 */
export function corsHeaders(path: string): Record<string, string> | undefined {
  if (!path.startsWith('/v3/directline/') && path !== '/chat.js' && path !== '/api/chat/config') return undefined
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'Access-Control-Expose-Headers': 'retry-after',
    'Access-Control-Max-Age': '86400',
  }
}

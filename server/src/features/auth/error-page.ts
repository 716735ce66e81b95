import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerTo } from '../../platform/http/refusals.ts'

/** A sign-in that fails leaves somebody before a browser: a page says why. Programs get JSON, as everywhere. */
export function pageForBrowsers(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, headers, body } = answerTo(error)
  // What is thrown here goes on to the handler of all errors.
  if (status >= 500 || !request.headers.accept?.includes('text/html')) throw error
  return reply.code(status).headers(headers).type('text/html; charset=utf-8').send(page(body.detail, request.id))
}

function page(sentence: string, requestId: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>You are not signed in</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}small{color:#666}
@media (prefers-color-scheme:dark){body{color:#f2f3f5;background:#1e1f22}a{color:#8ea1ff}small{color:#aaa}}</style></head>
<body><main><h1>You are not signed in</h1><p>${escaped(sentence)}</p>
<p><a href="/api/auth/sign-in">Begin again</a></p><p><small>Request ${escaped(requestId)}</small></p></main></body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

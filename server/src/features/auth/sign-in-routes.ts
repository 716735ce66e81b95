import type { FastifyRequest } from 'fastify'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import type { AuthAuthentication } from './authentication.ts'
import { CallbackQuery, Done, LinkBegun, Redirect, SignInQuery } from './contract.ts'
import { ATTEMPT_COOKIE, keepCookie, readCookie, SESSION_COOKIE } from './cookies.ts'
import { pageForBrowsers } from './error-page.ts'
import { type Links, linkableSubject } from './links.ts'
import { originOf } from './origin.ts'
import { newSecret } from './secrets.ts'
import type { Browser, SignIn } from './sign-in.ts'

const isPublic = { access: 'public', limit: 'dashboard' } as const
const tags = ['Sign-in']
const CALLBACK = '/api/auth/callback'
const REFUSED = {
  403: { $ref: 'Error#', description: 'Discord was not allowed to say who it is.' },
  404: { $ref: 'Error#', description: 'Signing in with Discord is not set up on this server.' },
  409: { $ref: 'Error#', description: 'The account is linked to another Discord user.' },
} as const
const HOME = '/api/auth/me'

export interface SignInRouteNeeds {
  readonly signIn: SignIn
  readonly links: Links
  readonly authentication: AuthAuthentication
  readonly idempotent: Idempotent
  readonly publicUrl: string | undefined
}

/** To Discord and back: for signing in, and for linking a Discord account to one of Supabase. */
export function signInRoutes(http: Http, needs: SignInRouteNeeds): void {
  beginRoute(http, needs)
  callbackRoute(http, needs)
  linkRoutes(http, needs)
}

function beginRoute(http: Http, { signIn, publicUrl }: SignInRouteNeeds): void {
  const schema = {
    operationId: 'signIn',
    summary: 'Sign in with Discord: open this address in a browser',
    tags,
    querystring: SignInQuery,
    response: { 302: Redirect, ...REFUSED },
  }
  http.get('/api/auth/sign-in', { config: isPublic, schema, errorHandler: pageForBrowsers }, async (request, reply) => {
    const browser = browserOf(request, publicUrl)
    const address = await signIn.begin(browser, { returnTo: request.query.return_to ?? HOME, subject: null })
    keepCookie(reply, ATTEMPT_COOKIE, browser.secret, browser.origin)
    return reply.redirect(address)
  })
}

function callbackRoute(http: Http, { signIn, publicUrl }: SignInRouteNeeds): void {
  const schema = {
    operationId: 'completeSignIn',
    summary: 'Where Discord sends the browser back to',
    tags,
    querystring: CallbackQuery,
    response: { 302: Redirect, ...REFUSED },
  }
  http.get(CALLBACK, { config: isPublic, schema, errorHandler: pageForBrowsers }, async (request, reply) => {
    const { state, code } = request.query
    const browser = browserOf(request, publicUrl)
    const replacing = readCookie(request, SESSION_COOKIE)
    const { opened, returnTo } = await signIn.complete(browser, { state, code, replacing })
    if (opened) keepCookie(reply, SESSION_COOKIE, opened.secret, browser.origin)
    return reply.redirect(returnTo)
  })
}

function linkRoutes(http: Http, { signIn, links, authentication, idempotent, publicUrl }: SignInRouteNeeds): void {
  const config = { access: 'signed_in', limit: 'dashboard' } as const
  const linking = {
    operationId: 'linkDiscordAccount',
    summary: 'Begin linking a Discord account to your Supabase account',
    description:
      'Answers the page of Discord to go to, and a cookie: only the browser that keeps it can complete the link, so that ' +
      'nobody is brought to link his Discord account to somebody else.',
    tags,
    querystring: SignInQuery,
    response: { 200: LinkBegun },
  }
  http.post('/api/auth/link', { config, schema: linking }, async (request, reply) => {
    const subject = linkableSubject(await authentication.signedIn(request))
    const browser = browserOf(request, publicUrl)
    keepCookie(reply, ATTEMPT_COOKIE, browser.secret, browser.origin)
    return idempotent(request, reply, async () => ({
      url: await signIn.begin(browser, { returnTo: request.query.return_to ?? HOME, subject }),
    }))
  })

  const unlinking = {
    operationId: 'unlinkDiscordAccount',
    summary: 'Remove the Discord account that was linked here',
    tags,
    response: { 200: Done },
  }
  http.delete('/api/auth/link', { config, schema: unlinking }, async (request, reply) => {
    const subject = linkableSubject(await authentication.signedIn(request))
    return idempotent(request, reply, async (commit) => {
      await links.unlink(subject, commit)
      return { success: true as const }
    })
  })
}

/** One secret for all sign-ins that a browser has begun: two tabs do not disturb each other. */
function browserOf(request: FastifyRequest, publicUrl: string | undefined): Browser & { readonly origin: string } {
  const origin = originOf(request, publicUrl)
  const secret = readCookie(request, ATTEMPT_COOKIE) ?? newSecret()
  return { origin, secret, redirectUri: `${origin}${CALLBACK}` }
}

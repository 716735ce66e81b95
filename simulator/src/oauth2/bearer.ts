/** What a person's access token may read: https://docs.discord.com/developers/resources/user */
import type { PlainAnswer } from '../http.ts'
import { guildsOf } from '../state/own-guilds.ts'
import { userById } from '../state/views.ts'
import type { World } from '../state/world.ts'
import type { Tokens } from './grants.ts'

const UNAUTHORIZED: PlainAnswer = { status: 401, body: { message: '401: Unauthorized', code: 0 } }
const NOT_FOUND: PlainAnswer = { status: 404, body: { message: '404: Not Found', code: 0 } }

export function bearerAnswer(
  world: World,
  tokens: Tokens | undefined,
  method: string,
  path: string,
  query: URLSearchParams,
): PlainAnswer {
  if (!tokens) return UNAUTHORIZED
  const opens = (scope: string) => tokens.scopes.includes(scope)
  if (method !== 'GET') return UNAUTHORIZED
  if (path === '/users/@me') return opens('identify') ? { status: 200, body: me(world, tokens.userId) } : UNAUTHORIZED
  if (path === '/users/@me/guilds') {
    return opens('guilds') ? { status: 200, body: guildsOf(world, tokens.userId, query) } : UNAUTHORIZED
  }
  return NOT_FOUND
}

function me(world: World, userId: string) {
  const locale = world.state.users.get(userId)?.locale ?? 'en-US'
  return { ...userById(world, userId), mfa_enabled: false, locale, premium_type: 0 }
}

/** What a person's access token may read: https://docs.discord.com/developers/resources/user */
import type { PlainAnswer } from '../http.ts'
import { permissionsIn } from '../permissions.ts'
import type { Guild, Member } from '../state/model.ts'
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
    return opens('guilds') ? { status: 200, body: myGuilds(world, tokens.userId, query) } : UNAUTHORIZED
  }
  return NOT_FOUND
}

function me(world: World, userId: string) {
  const locale = world.state.users.get(userId)?.locale ?? 'en-US'
  return { ...userById(world, userId), mfa_enabled: false, locale, premium_type: 0 }
}

function myGuilds(world: World, userId: string, query: URLSearchParams) {
  const { before, after, limit = '200', with_counts } = Object.fromEntries(query)
  const mine = [...world.state.guilds.values()]
    .flatMap((guild) => {
      const member = guild.members.get(userId)
      return member ? [{ guild, member }] : []
    })
    .filter(({ guild: { id } }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)))
    .sort((a, b) => (BigInt(a.guild.id) < BigInt(b.guild.id) ? -1 : 1))
  const most = Math.min(Number(limit) || 200, 200)
  const page = before && !after ? mine.slice(-most) : mine.slice(0, most)
  return page.map(({ guild, member }) => myGuild(world, guild, member, with_counts === 'true'))
}

function myGuild(world: World, guild: Guild, member: Member, withCounts: boolean) {
  const counts = { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    banner: null,
    owner: guild.owner_id === member.user_id,
    permissions: String(permissionsIn(guild, member, world.clock.now())),
    features: guild.features,
    ...(withCounts ? counts : {}),
  }
}

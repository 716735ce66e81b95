/** The guilds somebody is in, as that one may list them: https://docs.discord.com/developers/resources/user#get-current-user-guilds */
import { permissionsIn } from '../permissions.ts'
import type { Guild, Member } from './model.ts'
import type { World } from './world.ts'

export function guildsOf(world: World, userId: string, query: URLSearchParams) {
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
  return page.map(({ guild, member }) => guildView(world, guild, member, with_counts === 'true'))
}

function guildView(world: World, guild: Guild, member: Member, withCounts: boolean) {
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

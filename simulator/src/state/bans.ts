/** What goes with a ban: the banned one's latest messages, if asked for. */
import type { Guild } from './model.ts'
import type { World } from './world.ts'

/** Takes away what this user wrote in the guild since then, channel by channel. */
export function deleteMessagesSince(world: World, guild: Guild, userId: string, sinceMs: number): void {
  for (const channel of world.state.channelsOf(guild.id)) {
    const messages = world.state.messages.get(channel.id)
    const ids = world.state
      .messagesOf(channel.id)
      .filter(({ author_id, timestamp }) => author_id === userId && Date.parse(timestamp) >= sinceMs)
      .map(({ id }) => id)
    if (ids.length === 0) continue
    for (const id of ids) messages?.delete(id)
    const data = { ids, channel_id: channel.id, guild_id: guild.id }
    world.publish({ event: 'MESSAGE_DELETE_BULK', data, guildId: guild.id, channelId: channel.id })
  }
}

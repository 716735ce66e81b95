import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { defineListener } from '../../platform/discord/listeners.ts'
import type { Feature } from '../../platform/feature.ts'
import { arrivalOf } from './arrival.ts'
import { greeting } from './greeting.ts'

/** What happens when the bot comes into a guild. What happens when it leaves follows from the table of guilds. */
export const guildLife: Feature = {
  name: 'guild-life',
  build(platform) {
    const { greet } = greeting(platform)
    return {
      // Told for every guild after each connecting, so that one that was joined while nobody was connected is seen too.
      listeners: [
        defineListener('guild_life.greet', GatewayDispatchEvents.GuildCreate, async (data) => {
          if (!data.unavailable) await greet(arrivalOf(data, await platform.discord.self()))
        }),
      ],
    }
  },
}

import type { Privacy } from '../../platform/privacy.ts'
import { draftsOf, eraseDrafts } from './draft-store.ts'

/** Of persons only the embeds are kept that they have written and not sent. */
export const channelToolsPrivacy: Privacy = {
  tables: ['embed_drafts'],
  async export(tx, person) {
    const drafts = await draftsOf(tx, person)
    return {
      embed_drafts: drafts.map(({ guildId, channelId, fields, createdAt }) => ({
        guild_id: guildId,
        channel_id: channelId,
        ...fields,
        created_at: createdAt.toString(),
      })),
    }
  },
  erase: async (tx, person) => ({ embed_drafts: await eraseDrafts(tx, person) }),
}

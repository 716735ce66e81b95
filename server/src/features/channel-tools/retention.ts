import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'
import { KEPT } from './drafts.ts'

export const channelToolsRetention: readonly Retention[] = [
  {
    what: { en: 'Embeds that are being written', nl: 'Embeds die nog geschreven worden' },
    why: 'So that an admin can look at an embed before the bot posts it, and loses nothing that was typed.',
    tables: ['embed_drafts'],
    kept: {
      ...KEPT,
      after: 'it was begun',
      sweep: ({ db, ...sweeping }) => removeOlder(db, 'embed_drafts', 'created_at', sweeping),
    },
    erasing: 'Removed.',
  },
]

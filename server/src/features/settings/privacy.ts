import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'
import type { Retention } from '../../platform/retention.ts'

/** The history stays, without the name: rolling back needs it. */
export const settingsPrivacy = privacyOfRows([
  personalRows('settings_history', {
    person: 'changed_by',
    guild: 'guild_id',
    shown: ['id', 'guild_id', 'scope', 'key', 'change_type', 'source', 'changed_at'],
    erased: 'made_nameless',
  }),
])

export const settingsRetention: readonly Retention[] = [
  {
    what: { en: 'Changes of settings', nl: 'Wijzigingen van instellingen' },
    why: 'So that admins see who changed a setting, and can roll it back.',
    tables: ['settings_history'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays without the name.',
  },
  {
    what: { en: 'Settings', nl: 'Instellingen' },
    why: 'What a server has chosen. It names nobody.',
    tables: ['guild_settings', 'guild_settings_versions'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays: it names nobody.',
  },
]

import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'

/** Runs stay, without the name: each is known by its id, so that none is counted twice. */
export const analyticsPrivacy = privacyOfRows([
  personalRows('command_runs', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['interaction_id', 'guild_id', 'command', 'is_success', 'error_class', 'duration_ms', 'ran_at'],
    erased: 'made_nameless',
  }),
])

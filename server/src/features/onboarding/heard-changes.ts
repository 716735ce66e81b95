import { GuildId, isSnowflake } from '../../kernel/ids.ts'
import type { Notices } from '../../platform/database/listen.ts'
import { SETTINGS_CHANNEL } from '../../platform/settings/settings.ts'

/**
 * Guilds whose settings changed since they were last looked at, at most as many as there are, for a worker that is also
 * woken through another channel.
 */
export function heardChanges(notices: Notices, also: string) {
  const changed = new Set<GuildId>()
  let missed = true
  let woken = new AbortController()
  const wake = () => woken.abort()
  const miss = () => {
    missed = true
    wake()
  }
  notices.on(also, wake, wake)
  notices.on(
    SETTINGS_CHANNEL,
    (notice) => {
      const [guildId = ''] = notice.split(':', 1)
      if (!isSnowflake(guildId)) return miss()
      changed.add(GuildId.parse(guildId))
      wake()
    },
    miss,
  )
  return {
    /** Aborts at the next change. */
    listen() {
      woken = new AbortController()
      return woken.signal
    },
    areMissed: () => missed,
    guildIds: () => [...changed],
    /** Whoever reads settings after this reads what they are now. */
    forget(guildIds: readonly GuildId[]) {
      missed = false
      for (const guildId of guildIds) changed.delete(guildId)
    },
  }
}

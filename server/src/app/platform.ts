import type { Config } from '../platform/config/config.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Notices } from '../platform/database/listen.ts'
import { accessReader } from '../platform/discord/channel-access.ts'
import { guildAccess } from '../platform/discord/guild-access.ts'
import { discordRest } from '../platform/discord/rest.ts'
import type { Platform } from '../platform/feature.ts'
import { idempotency } from '../platform/http/idempotency.ts'
import { guildSettings } from '../platform/settings/settings.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'

interface Foundations extends Pick<Surroundings, 'clock' | 'logger'> {
  readonly config: Config
  readonly db: Db
  readonly notices: Notices
  readonly address: DiscordAddress
}

/** What features are built on, from what it stands on itself; making it asks nobody anything. */
export function platformOn({ config, db, notices, address, clock, logger }: Foundations): Platform {
  const { requestsPerSecond, ownerIds } = config.discord
  const discord = discordRest({ ...address, requestsPerSecond, logger, clock })
  return {
    config,
    db,
    notices,
    clock,
    logger,
    discord,
    access: accessReader(discord, clock),
    guildAccess: guildAccess({ discord, clock, ownerIds }),
    settings: guildSettings(db),
    idempotent: idempotency({ db, clock, logger }),
  }
}

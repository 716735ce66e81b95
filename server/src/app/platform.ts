import type { Config } from '../platform/config/config.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Notices } from '../platform/database/listen.ts'
import { accessReader } from '../platform/discord/channel-access.ts'
import { guildAccess } from '../platform/discord/guild-access.ts'
import { hearGuildChanges } from '../platform/discord/guild-change.ts'
import { guildReader } from '../platform/discord/guild-reader.ts'
import { discordRest } from '../platform/discord/rest.ts'
import type { Platform } from '../platform/feature.ts'
import { idempotency } from '../platform/http/idempotency.ts'
import { signedLinks } from '../platform/http/signed-links.ts'
import { languageModel } from '../platform/language-model/language-model.ts'
import type { Meters } from '../platform/metrics/meters.ts'
import { guildSettings } from '../platform/settings/settings.ts'
import { signingKeys } from '../platform/signing/signing-keys.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'

interface Foundations extends Pick<Surroundings, 'clock' | 'logger'> {
  readonly config: Config
  readonly db: Db
  readonly notices: Notices
  readonly address: DiscordAddress
  readonly meters: Meters
}

/** What features are built on, from what it stands on itself; making it asks nobody anything. */
export function platformOn({ config, db, notices, address, meters, clock, logger }: Foundations): Platform {
  const { requestsPerSecond, ownerIds } = config.discord
  const discord = discordRest({ ...address, requestsPerSecond, logger, clock })
  const guilds = guildReader(discord, clock)
  hearGuildChanges(notices, guilds.forget)
  const keys = signingKeys({ db, clock, notices })
  return {
    config,
    db,
    notices,
    meters,
    clock,
    logger,
    languageModel: languageModel({ config: config.languageModel, clock, logger, meters }),
    discord,
    access: accessReader(discord, guilds, clock),
    guilds,
    guildAccess: guildAccess({ db, guilds, ownerIds }),
    settings: guildSettings({ db, clock, notices }),
    idempotent: idempotency({ db, clock, logger }),
    signingKeys: keys,
    signedLinks: signedLinks({ signingKeys: keys, clock, ...config.http }),
  }
}

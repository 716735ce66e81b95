import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'
import type { GuildId } from '../kernel/ids.ts'
import type { Config } from './config/config.ts'
import type { Db } from './database/connect.ts'
import type { Notices } from './database/listen.ts'
import type { AccessReader } from './discord/channel-access.ts'
import type { Choice } from './discord/choice.ts'
import type { CommandRun, ComponentFault } from './discord/command-run.ts'
import type { Command } from './discord/commands.ts'
import type { Button, Form, Select } from './discord/components.ts'
import type { GatewayLifecycle } from './discord/gateway-lifecycle.ts'
import type { GuildAccess } from './discord/guild-access.ts'
import type { GuildReader } from './discord/guild-reader.ts'
import type { Listener } from './discord/listeners.ts'
import type { DiscordRest } from './discord/rest.ts'
import type { Authentication } from './http/caller.ts'
import type { Http } from './http/http.ts'
import type { Idempotent } from './http/idempotency.ts'
import type { SignedLinks } from './http/signed-links.ts'
import type { StaffRoles } from './http/staff.ts'
import type { LanguageModel } from './language-model/language-model.ts'
import type { Meters } from './metrics/meters.ts'
import type { Privacy } from './privacy.ts'
import type { Retention } from './retention.ts'
import type { Setting } from './settings/define.ts'
import type { Settings } from './settings/settings.ts'
import type { Warning } from './settings/warning.ts'
import type { SigningKeys } from './signing/signing-keys.ts'
import type { Worker } from './worker.ts'

/** What features are built on. */
export interface Platform {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly access: AccessReader
  readonly guildAccess: GuildAccess
  readonly guilds: GuildReader
  readonly notices: Notices
  readonly settings: Settings
  readonly meters: Meters
  readonly languageModel: LanguageModel
  readonly idempotent: Idempotent
  readonly signedLinks: SignedLinks
  readonly signingKeys: SigningKeys
}

/**
 * What a feature contributes. `routes` run in the role api; commands, buttons, forms, selects, listeners, `gatewayWorkers` and what
 * it hears of the gateway run in gateway; `workers` in worker.
 */
export interface FeatureParts {
  /** One feature knows who is calling. */
  readonly authentication?: Authentication
  /** One feature knows which roles of a guild make its holders staff. */
  readonly staffRoles?: StaffRoles
  readonly routes?: (http: Http) => void
  readonly commands?: readonly Command[]
  readonly buttons?: readonly Button[]
  readonly forms?: readonly Form[]
  readonly selects?: readonly Select[]
  readonly listeners?: readonly Listener[]
  readonly workers?: readonly Worker[]
  /** They end after the last command was answered. */
  readonly gatewayWorkers?: readonly Worker[]
  /** Called when a command was answered; must be quick and must not throw. */
  readonly hearsCommands?: (run: CommandRun) => void
  /** Called when a button, select or form broke off; must be quick and must not throw. */
  readonly hearsComponentFaults?: (fault: ComponentFault) => void
  readonly hearsGateway?: (event: GatewayLifecycle) => Promise<void>
  /** What it keeps of persons; a feature whose tables name any has one. */
  readonly privacy?: Privacy
  /** What admins of a guild chose of it besides settings, as far as it is in use; `/doctor` looks at it. */
  readonly choices?: (guildId: GuildId) => Promise<readonly Choice[]>
  /** What cannot work as its admins chose it, which no permission of Discord mends; `/doctor` tells it. */
  readonly warnings?: (guildId: GuildId) => Promise<readonly Warning[]>
}

/** One thing a user can name. Adding a slot to its parts takes a decision record. */
export interface Feature {
  readonly name: string
  readonly settings?: Readonly<Record<string, Setting>>
  /** How long it keeps what; `docs/privacy.md` and the worker that removes are made of it. */
  readonly retention?: readonly Retention[]
  build(platform: Platform): FeatureParts
}

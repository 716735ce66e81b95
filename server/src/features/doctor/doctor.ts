import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Command } from '../../platform/discord/commands.ts'
import { areKnown } from '../../platform/discord/register-commands.ts'
import type { Platform } from '../../platform/feature.ts'
import type { Setting } from '../../platform/settings/define.ts'
import type { Warning } from '../../platform/settings/warning.ts'
import { diagnose } from './diagnose.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { doctorWords } from './words.ts'

export interface Diagnosis {
  readonly findings: readonly Finding[]
  /** The bot's own name. */
  readonly bot: string
  readonly at: Temporal.Instant
}

export interface Doctor {
  /** Looks at the guild as it is now: whoever has just repaired something asks. */
  examine(guildId: GuildId): Promise<Diagnosis>
}

interface DoctorNeeds extends Pick<Platform, 'guilds' | 'discord' | 'settings' | 'clock'> {
  /** Of all features. */
  readonly declared: readonly Setting[]
  commands(): readonly Command[]
  choices(guildId: GuildId): Promise<readonly Choice[]>
  warnings(guildId: GuildId): Promise<readonly Warning[]>
}

export function doctor(needs: DoctorNeeds): Doctor {
  return {
    async examine(guildId) {
      const facts = await factsOf(needs, guildId)
      return { findings: diagnose(facts), bot: facts.bot.username, at: facts.now }
    },
  }
}

async function factsOf({ guilds, discord, settings, clock, ...of }: DoctorNeeds, guildId: GuildId): Promise<Facts> {
  guilds.forget({ of: 'guild', guildId })
  const [sketch, channels, self, application] = await Promise.all([
    guilds.guild(guildId),
    guilds.channels(guildId),
    discord.self(),
    discord.application(),
  ])
  const [bot, known] = await Promise.all([guilds.member(guildId, self), discord.commands(application.id)])
  if (!sketch || !channels || !bot)
    throw new Refusal('not_found', 'doctor.guild_not_found', doctorWords.everywhere('guild_gone'))
  const chosen = of.declared.map(async (setting) => ({ setting, value: await settings.read(setting, guildId) }))
  return {
    guildId,
    guildOwnerId: sketch.guild.ownerId,
    roles: sketch.roles,
    channels,
    bot,
    applicationFlags: application.flags,
    commandsAreKnown: areKnown(
      of.commands().map(({ definition }) => definition),
      known,
    ),
    chosen: await Promise.all(chosen),
    choices: await of.choices(guildId),
    warnings: await of.warnings(guildId),
    now: clock.now(),
  }
}

import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { notify } from '../../platform/database/listen.ts'
import { defineListener, type Listener } from '../../platform/discord/listeners.ts'
import type { Platform } from '../../platform/feature.ts'
import type { MemberOfGuild } from './progress-store.ts'
import { findResponse } from './responses-store.ts'
import { hurryRoleTasks, putRoleTask } from './roles-store.ts'
import { onboardingSettings } from './settings.ts'
import { ROLES_CHANNEL } from './walk.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'settings'>

/** Whoever joins gets the role for that. */
export function arrivalListener(needs: Needs): Listener {
  return defineListener('onboarding.arrival', GatewayDispatchEvents.GuildMemberAdd, async ({ guild_id, user }) => {
    if (!user.bot) await arrive(needs, { guildId: GuildId.parse(guild_id), userId: UserId.parse(user.id) })
  })
}

/** Has the member given the role for joining; who comes back after completing gets the role for that again. */
export async function arrive({ db, clock, settings }: Needs, member: MemberOfGuild): Promise<void> {
  const { guildId } = member
  const isOpen = async () =>
    (await settings.read(onboardingSettings.enabled, guildId)) &&
    (await settings.read(onboardingSettings.mode, guildId)) !== 'disabled' &&
    (await settings.read(onboardingSettings.joinRole, guildId)) !== null
  const standing = (await findResponse(db, member)) ? 'completed' : (await isOpen()) ? 'joined' : null
  if (standing === null) return
  await db.transaction().execute(async (tx) => {
    await putRoleTask(tx, member, standing, clock.now())
    await notify(tx, ROLES_CHANNEL, '')
  })
}

/** A role that was moved or given permissions may let the bot do what it could not. */
export function roleListener({ db, clock }: Needs): Listener {
  return defineListener('onboarding.roles', GatewayDispatchEvents.GuildRoleUpdate, async ({ guild_id }) => {
    const hurried = await hurryRoleTasks(db, GuildId.parse(guild_id), clock.now())
    if (hurried > 0) await notify(db, ROLES_CHANNEL, '')
  })
}

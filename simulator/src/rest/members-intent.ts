/** Lists of members are for applications that were granted the privileged intent of members. */
import { ApplicationFlags } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import type { World } from '../state/world.ts'

const GRANTED = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited

export function requireMembersIntent({ state }: World): void {
  if ((state.application.flags & GRANTED) === 0) throw new DiscordError(50001)
}

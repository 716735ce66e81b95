import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10'
import { GuildId, instantOfId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { typedName } from './command-names.ts'
import { parseCustomId } from './custom-id.ts'

/** A slash command that a member ran, told when it was answered, with whatever answer. */
export interface CommandRun {
  /** The id of its interaction: Discord's own name for this one run, whichever process hears of it. */
  readonly interactionId: string
  readonly guildId: GuildId
  readonly userId: UserId
  /** As a member types it: `faq search`. */
  readonly command: string
  /** By Discord's clock. */
  readonly ranAt: Temporal.Instant
  /** Until the member had the answer. */
  readonly durationMs: number
  /** Why it failed: the code of a refusal, or the class of a fault; null when it succeeded. */
  readonly error: { readonly kind: 'refused' | 'fault'; readonly errorClass: string; readonly message: string } | null
}

/** Who ran what; null for all but the commands we have, in a guild. */
export function whatRan(interaction: APIInteraction, known: ReadonlySet<string>) {
  const { guild_id, member } = interaction
  if (!guild_id || !member || interaction.type !== InteractionType.ApplicationCommand) return null
  if (interaction.data.type !== ApplicationCommandType.ChatInput) return null
  const command = typedName(interaction.data)
  if (!known.has(command)) return null
  const { id } = interaction
  const who = { guildId: GuildId.parse(guild_id), userId: UserId.parse(member.user.id) }
  return { interactionId: id, ...who, command, ranAt: instantOfId(id) }
}

const LONGEST_MESSAGE = 500

/** What an answer that was no, or no answer, says of its run. */
export function errorOf(reason: unknown): CommandRun['error'] {
  if (reason === null) return null
  if (reason instanceof Refusal) return { kind: 'refused', errorClass: reason.code, message: reason.message }
  const { name, message } = reason instanceof Error ? reason : { name: typeof reason, message: String(reason) }
  return { kind: 'fault', errorClass: name, message: message.slice(0, LONGEST_MESSAGE) }
}

/** A button, select or form whose handler broke off; told when the member had the apology. */
export interface ComponentFault {
  readonly guildId: GuildId
  readonly userId: UserId
  /** `feature:act`, without what it was about. */
  readonly component: string
  /** The class of the fault. */
  readonly errorClass: string
}

/** Null for what went well or was refused, and for all that is no component of ours. */
export function componentFault(interaction: APIInteraction, reason: unknown): ComponentFault | null {
  const error = errorOf(reason)
  if (error?.kind !== 'fault' || !interaction.guild_id || !interaction.member) return null
  if (interaction.type !== InteractionType.MessageComponent && interaction.type !== InteractionType.ModalSubmit)
    return null
  const pressed = parseCustomId(interaction.data.custom_id)
  if (!pressed) return null
  return {
    guildId: GuildId.parse(interaction.guild_id),
    userId: UserId.parse(interaction.member.user.id),
    component: `${pressed.feature}:${pressed.act}`,
    errorClass: error.errorClass,
  }
}

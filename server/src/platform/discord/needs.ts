import { PermissionFlagsBits } from 'discord-api-types/v10'
import { LANGUAGES, type Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { interactionWords } from './interaction-words.ts'
import type { Invocation } from './invocation.ts'
import { permissionNames } from './permission-names.ts'

/** Permissions without which a command, button or form does nothing, in the channel where it is used. */
export interface Needs {
  /** Whoever has Administrator has all of them. */
  readonly member?: bigint
  readonly bot?: bigint
}

/**
 * Admins of a guild can open a command to others in Discord's own settings, and whoever sees a message may press its
 * buttons; so permissions are asked for again when something is used.
 * @throws {Refusal} that names what is missing.
 */
export function requireNeeds({ member = 0n, bot = 0n }: Needs, { member: who, botPermissions }: Invocation): void {
  const missing = lacking(who.permissions, member)
  if ((missing & PermissionFlagsBits.Administrator) !== 0n)
    throw new Refusal('forbidden', 'discord.admins_only', interactionWords.everywhere('admins_only'))
  if (missing !== 0n) throw new Refusal('forbidden', 'discord.member_needs', sentence('member_needs', missing))
  const missed = lacking(botPermissions, bot)
  if (missed !== 0n) throw new Refusal('forbidden', 'discord.bot_needs', sentence('bot_needs', missed))
}

/** Whether the member has what is needed; for what is not worth a refusal. */
export function holds({ member = 0n }: Needs, { member: who }: Invocation): boolean {
  return lacking(who.permissions, member) === 0n
}

function lacking(has: bigint, needed: bigint): bigint {
  return (has & PermissionFlagsBits.Administrator) !== 0n ? 0n : needed & ~has
}

function sentence(key: 'member_needs' | 'bot_needs', missing: bigint): Localised {
  const [en = '', nl = ''] = LANGUAGES.map((language) =>
    interactionWords(language)(key, { permissions: permissionNames(missing, language) }),
  )
  return { en, nl }
}

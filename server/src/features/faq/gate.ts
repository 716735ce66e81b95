import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { GuildId, RoleId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import { holds } from '../../platform/discord/needs.ts'
import { editingWords } from './words-editing.ts'

/** Whether somebody with these roles is staff of the guild. */
export type IsStaff = (guildId: GuildId, roleIds: readonly RoleId[]) => Promise<boolean>

/** Who may keep the FAQ of the guild in which something is used. */
export interface Gate {
  mayEdit(invocation: Invocation): Promise<boolean>
  /** @throws {Refusal} unless they may. */
  requireStaff(invocation: Invocation): Promise<void>
}

export function faqGate(isStaff: IsStaff): Gate {
  const mayEdit = async (invocation: Invocation) =>
    holds({ member: PermissionFlagsBits.ManageGuild }, invocation) ||
    isStaff(invocation.guildId, invocation.member.roleIds)
  return {
    mayEdit,
    async requireStaff(invocation) {
      if (!(await mayEdit(invocation)))
        throw new Refusal('forbidden', 'faq.staff_only', editingWords.everywhere('staff_only'))
    },
  }
}

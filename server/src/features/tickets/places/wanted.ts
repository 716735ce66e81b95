import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { type GuildId, RoleId, type UserId } from '../../../kernel/ids.ts'
import type { ChannelOverwrite } from '../../../platform/discord/channel-calls.ts'
import type { Terms } from '../terms.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { namesFor } from './name.ts'

/** What there should be in Discord for a ticket. A name is null where what it is called may stay. */
export type Wanted =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'channel'
      readonly name: string | null
      readonly overwrites: readonly ChannelOverwrite[]
      /** It goes as soon as what was said in it is kept; until then it is closed to its opener. */
      readonly isToGo: boolean
    }
  | {
      readonly kind: 'thread'
      readonly name: string | null
      readonly isLocked: boolean
      readonly isArchived: boolean
      readonly people: readonly UserId[]
    }

/** What Discord says, and what was learnt from it before. */
export interface Circumstances {
  readonly self: UserId
  /** Every role of the guild. */
  readonly roles: ReadonlySet<RoleId>
  readonly openerIsThere: boolean
  /** Members who were added to the ticket. */
  readonly people: readonly UserId[]
  /** What there is already stays what it is, whatever the panel says now. */
  readonly found: 'channel' | 'thread' | null
  readonly refusedNames: readonly string[]
}

const READS = P.ViewChannel | P.ReadMessageHistory
const TALKS = READS | P.SendMessages | P.AttachFiles | P.EmbedLinks
const LEADS = TALKS | P.ManageMessages
/** Also where it may make channels in this category alone. */
const OF_BOT = LEADS | P.ManageChannels

export function wantedPlace(ticket: Ticket, terms: Terms, circumstances: Circumstances): Wanted {
  const { found, refusedNames, people, openerIsThere } = circumstances
  const kind = found ?? terms.place
  const isOpen = isUnsolved(ticket)
  if (!isOpen && found === null) return { kind: 'nothing' }
  const name = nameFor(ticket, terms, refusedNames)
  const isArchived = ticket.status === 'archived'
  if (kind === 'channel')
    return { kind, name, overwrites: overwrites(ticket, terms, circumstances), isToGo: isArchived }
  const invited = [...(ticket.openerId && openerIsThere ? [ticket.openerId] : []), ...people]
  return { kind, name, isLocked: !isOpen, isArchived, people: [...new Set(invited)] }
}

/** The best name that Discord has not refused; null where there is none. */
export function nameFor(ticket: Ticket, { panel }: Terms, refusedNames: readonly string[]): string | null {
  return namesFor(ticket, panel?.name ?? null).find((each) => !refusedNames.includes(each)) ?? null
}

/** Roles that see the ticket, also the one to which it was escalated. */
export function rolesOf({ status, escalatedTo }: Pick<Ticket, 'status' | 'escalatedTo'>, terms: Terms): RoleId[] {
  const escalation = escalatedTo ?? (status === 'escalated' ? terms.escalationRoleId : null)
  return [...new Set([...terms.staffRoleIds, ...(escalation === null ? [] : [escalation])])]
}

function overwrites(ticket: Ticket, terms: Terms, { self, roles, openerIsThere, people }: Circumstances) {
  const talks = isUnsolved(ticket) ? TALKS : READS
  const deniedTalk = TALKS & ~talks
  const { openerId } = ticket
  const members = [...(openerId && openerIsThere ? [openerId] : []), ...people].filter((id) => id !== self)
  return [
    hidden(ticket.guildId),
    ...rolesOf(ticket, terms)
      .filter((id) => roles.has(id) && !isEveryone(id, ticket.guildId))
      .map((id): ChannelOverwrite => ({ of: 'role', id, allow: LEADS, deny: 0n })),
    ...[...new Set(members)].map((id): ChannelOverwrite => ({ of: 'member', id, allow: talks, deny: deniedTalk })),
    { of: 'member', id: self, allow: OF_BOT, deny: 0n },
  ] satisfies ChannelOverwrite[]
}

/** The role that everybody has bears the id of the guild. A staff role that is that one must not show the channel to all. */
function hidden(guildId: GuildId): ChannelOverwrite {
  return { of: 'role', id: RoleId.parse(guildId), allow: 0n, deny: P.ViewChannel }
}

function isEveryone(roleId: RoleId, guildId: GuildId): boolean {
  return roleId === RoleId.parse(guildId)
}

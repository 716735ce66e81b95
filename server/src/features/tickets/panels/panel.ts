import type { ChannelId, GuildId, RoleId } from '../../../kernel/ids.ts'

export interface HoursWindow {
  /** 0 is Monday. */
  readonly day: number
  /** `HH:MM`; an end at or before the beginning is on the next day. */
  readonly from: string
  readonly to: string
}

/** When the staff is there. */
export interface OpeningHours {
  /** IANA name. */
  readonly zone: string
  readonly windows: readonly HoursWindow[]
}

interface AskedFor {
  readonly label: string
  readonly isRequired: boolean
}

/** One field of the form before a ticket opens; Discord's forms hold five. */
export type PanelQuestion =
  | (AskedFor & { readonly kind: 'short' | 'long'; readonly placeholder: string | null })
  | (AskedFor & { readonly kind: 'select'; readonly options: readonly string[]; readonly most: number })

/** A kind of ticket that a guild offers, with what holds for its tickets. Null and empty: what the guild's settings say. */
export interface Panel {
  readonly id: string
  readonly guildId: GuildId
  readonly name: string
  readonly description: string
  readonly emoji: string | null
  readonly position: number
  readonly isEnabled: boolean
  readonly place: 'channel' | 'thread'
  readonly categoryId: ChannelId | null
  readonly overflowCategoryId: ChannelId | null
  readonly threadChannelId: ChannelId | null
  readonly staffRoleIds: readonly RoleId[]
  readonly requiredRoleIds: readonly RoleId[]
  readonly refusedRoleIds: readonly RoleId[]
  readonly questions: readonly PanelQuestion[]
  readonly mostPerMember: number
  readonly mostOpen: number | null
  readonly cooldownSeconds: number
  readonly hours: OpeningHours | null
  readonly outsideHours: 'refuse' | 'warn'
  readonly welcome: string | null
  readonly idleHours: number | null
  readonly autoCloseHours: number | null
  readonly firstResponseMinutes: number | null
  readonly resolutionMinutes: number | null
  readonly assignment: 'none' | 'round_robin' | 'least_loaded'
  readonly version: number
}

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

/** How new tickets find whoever takes care of them. */
export const ASSIGNMENTS = ['none', 'round_robin', 'least_loaded'] as const

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
  /** Whether known answers are shown before a ticket opens. */
  readonly offersAnswers: boolean
  readonly idleHours: number | null
  readonly autoCloseHours: number | null
  readonly firstResponseMinutes: number | null
  readonly resolutionMinutes: number | null
  readonly assignment: (typeof ASSIGNMENTS)[number]
  readonly version: number
}

/** What an admin decides about a panel. */
export type PanelDraft = Omit<Panel, 'id' | 'guildId' | 'position' | 'version'>

/** What a panel has that is only named. */
export const NEW_PANEL: PanelDraft = {
  name: '',
  description: '',
  emoji: null,
  isEnabled: true,
  place: 'channel',
  categoryId: null,
  overflowCategoryId: null,
  threadChannelId: null,
  staffRoleIds: [],
  requiredRoleIds: [],
  refusedRoleIds: [],
  questions: [],
  mostPerMember: 1,
  mostOpen: null,
  cooldownSeconds: 30,
  hours: null,
  outsideHours: 'warn',
  welcome: null,
  offersAnswers: true,
  idleHours: null,
  autoCloseHours: null,
  firstResponseMinutes: null,
  resolutionMinutes: null,
  assignment: 'none',
}

/**
 * A name is the label of a button (80: https://discord.com/developers/docs/components/reference#button), a description
 * that of an option of a menu, which has at most 25 of them (100:
 * https://discord.com/developers/docs/components/reference#string-select-select-option-structure). Questions are the
 * labels of a form (five of 45 characters: https://discord.com/developers/docs/components/reference#label); a server has
 * at most 500 channels.
 */
export const BOUNDS = {
  panels: 25,
  name: 80,
  description: 100,
  emoji: 64,
  roles: 10,
  questions: 5,
  label: 45,
  placeholder: 100,
  options: 25,
  option: 100,
  perMember: 25,
  open: 500,
  cooldownSeconds: 86_400,
  windows: 50,
  welcome: 2000,
  idleHours: 30 * 24,
  autoCloseHours: 90 * 24,
  minutes: 30 * 24 * 60,
} as const

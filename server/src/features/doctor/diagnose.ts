import { PermissionFlagsBits as Bits } from 'discord-api-types/v10'
import type { Channel } from '../../platform/discord/channel-calls.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import { isGranted, MEMBERS, MESSAGE_CONTENT } from '../../platform/discord/intents.ts'
import type { Role } from '../../platform/discord/rest.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { type BotRights, botRights, isAbove } from './bot-rights.ts'
import type { Chosen, Facts } from './facts.ts'
import { type Finding, finding, type Severity } from './finding.ts'

/** What works and what does not, by what settings and choices declare. Pure. */

const WRITES = Bits.ViewChannel | Bits.SendMessages | Bits.EmbedLinks
const MAKES_CHANNELS = WRITES | Bits.ManageChannels
/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const MOST_IN_CATEGORY = 50
const FILLING = 45
/** What nobody gets whom no one has looked at: whoever holds one of the first can take over or empty the server. */
const RULES_THE_GUILD =
  Bits.Administrator |
  Bits.ManageGuild |
  Bits.ManageRoles |
  Bits.ManageChannels |
  Bits.ManageWebhooks |
  Bits.BanMembers |
  Bits.KickMembers
const DISTURBS_MEMBERS =
  Bits.MentionEveryone | Bits.ManageMessages | Bits.ManageThreads | Bits.ModerateMembers | Bits.ManageNicknames
const ORDER: readonly Severity[] = ['error', 'warning', 'ok']

type Of<Type extends Setting['type']> = Extract<Setting, { type: Type }>

/** What is broken first, then what could be better, then what works. */
export function diagnose(facts: Facts): Finding[] {
  const rights = botRights(facts)
  const working = facts.chosen.filter((one) => !isSwitchedOff(one.setting, facts.chosen))
  const found = [
    ...ofProgram(facts, working),
    ...working.flatMap((one) => ofSetting(one, facts, rights)),
    ...facts.choices.flatMap((choice) => ofChoice(choice, facts, rights)),
    ...facts.warnings
      .filter(({ about }) => !isSwitchedOff(about, facts.chosen))
      .map(({ about, problem, repair }) => finding(about, { kind: 'warned', problem, repair })),
  ]
  return found.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity))
}

/** A feature that does nothing needs nothing. */
function isSwitchedOff({ scope }: Pick<Setting, 'scope'>, chosen: readonly Chosen[]): boolean {
  return chosen.some(
    ({ setting, value }) =>
      setting.scope === scope &&
      ((setting.key === 'enabled' && value === false) || (setting.key === 'mode' && value === 'disabled')),
  )
}

function ofProgram({ bot, now, applicationFlags, commandsAreKnown, chosen }: Facts, working: readonly Chosen[]) {
  const { timedOutUntil } = bot
  const isTimedOut = timedOutUntil !== null && Temporal.Instant.compare(now, timedOutUntil) < 0
  const read = working.find(({ setting, value }) => 'isRead' in setting && setting.isRead && value !== null)
  const missing = [
    ...(isGranted(MEMBERS, applicationFlags) ? [] : [{ of: null, intent: MEMBERS.name }]),
    ...(!read || isGranted(MESSAGE_CONTENT, applicationFlags)
      ? []
      : [{ of: read.setting, intent: MESSAGE_CONTENT.name }]),
  ]
  const hasLog = chosen.some(({ setting, value }) => isLogChannel(setting) && value !== null)
  return [
    ...(isTimedOut ? [finding(null, { kind: 'timed_out' })] : []),
    ...(missing.length === 0 ? [finding(null, { kind: 'intents_granted' })] : []),
    ...missing.map(({ of, intent }) => finding(of, { kind: 'intent_missing', intent })),
    finding(null, { kind: commandsAreKnown ? 'commands_known' : 'commands_behind' }),
    ...(hasLog ? [] : [finding(systemSettings.logChannel, { kind: 'no_log_channel' })]),
  ]
}

function isLogChannel(setting: Setting): boolean {
  return nameOf(setting) === nameOf(systemSettings.logChannel)
}

function ofSetting({ setting, value }: Chosen, facts: Facts, rights: BotRights): Finding[] {
  if (setting.type === 'boolean') return value === true ? ofSwitch(setting, rights) : []
  if (typeof value !== 'string') return []
  if (setting.type === 'channel') return ofChannel(setting, value, facts, rights)
  if (setting.type === 'category') return ofCategory(setting, value, facts, rights)
  return setting.type === 'role' ? ofRole(setting, value, facts, rights) : []
}

function ofSwitch(setting: Of<'boolean'>, { inGuild, own }: BotRights): Finding[] {
  const { guildNeeds: needed = 0n } = setting
  const missing = needed & ~inGuild
  if (missing !== 0n) return [finding(setting, { kind: 'guild_lacks', missing, own })]
  return needed === 0n ? [] : [finding(setting, { kind: 'guild_fine', has: needed })]
}

/** There may be hundreds of them, so that only what is wrong is told. */
function ofChoice(choice: Choice, facts: Facts, rights: BotRights): Finding[] {
  const { id, type, chooseAgain } = choice
  const isThere = [...facts.channels, ...facts.roles].some((one) => one.id === id)
  if (isSwitchedOff(choice, facts.chosen) || (!isThere && chooseAgain === null)) return []
  const look = { channel: ofChannel, category: ofCategory, role: ofRole }[type]
  return look(choice, id, facts, rights).filter(({ severity }) => severity !== 'ok')
}

type Place = Of<'channel'> | Of<'category'> | Choice

function ofChannel(setting: Place, id: string, { channels }: Facts, rights: BotRights): Finding[] {
  const channel = channels.find((one) => one.id === id)
  if (!channel) return [finding(setting, { kind: 'channel_gone', id })]
  const lack = lackIn(channel, setting.botNeeds ?? WRITES, rights)
  return [finding(setting, lack ? { kind: 'channel_lacks', ...lack } : { kind: 'channel_fine', channel })]
}

function ofCategory(setting: Place, id: string, { channels }: Facts, rights: BotRights): Finding[] {
  const channel = channels.find((one) => one.id === id)
  if (!channel) return [finding(setting, { kind: 'category_gone', id })]
  const lack = lackIn(channel, setting.botNeeds ?? MAKES_CHANNELS, rights)
  const count = channels.filter(({ parentId }) => parentId === channel.id).length
  const isFull = count >= MOST_IN_CATEGORY
  const room = isFull ? 'category_full' : count >= FILLING ? 'category_filling' : 'category_fine'
  if (!lack) return [finding(setting, { kind: room, channel, count })]
  const lacks = finding(setting, { kind: 'category_lacks', ...lack })
  return isFull ? [lacks, finding(setting, { kind: room, channel, count })] : [lacks]
}

function lackIn(channel: Channel, needed: bigint, rights: BotRights) {
  const missing = needed & ~rights.in(channel)
  if (missing === 0n) return null
  return { channel, missing, through: rights.isDeniedItself(channel, missing) ? null : rights.own }
}

function ofRole(setting: Of<'role'> | Choice, id: string, { roles, guildId }: Facts, rights: BotRights): Finding[] {
  const role = roles.find((one) => one.id === id)
  if (!role) return [finding(setting, { kind: 'role_gone', id })]
  if (!('isGiven' in setting)) return [finding(setting, { kind: 'role_fine', role })]
  const everyone: string = guildId
  if (id === everyone) return [finding(setting, { kind: 'role_everyone', role })]
  if (role.isManaged) return [finding(setting, { kind: 'role_managed', role })]
  const { highest, own, inGuild } = rights
  const missing = Bits.ManageRoles & ~inGuild
  const troubles = [
    ...(missing === 0n ? [] : [finding(setting, { kind: 'guild_lacks', missing, own })]),
    ...(highest && !isAbove(highest, role) ? [finding(setting, { kind: 'role_above', role, highest })] : []),
    ...ofPowers(setting, role),
  ]
  return troubles.length > 0 ? troubles : [finding(setting, { kind: 'role_givable', role })]
}

function ofPowers(setting: Of<'role'>, role: Role): Finding[] {
  const powers = role.permissions & (RULES_THE_GUILD | DISTURBS_MEMBERS)
  if (powers === 0n) return []
  return [finding(setting, { kind: powers & RULES_THE_GUILD ? 'role_dangerous' : 'role_risky', role, powers })]
}

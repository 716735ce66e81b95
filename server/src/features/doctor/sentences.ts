import type { Language } from '../../kernel/language.ts'
import type { Channel } from '../../platform/discord/channel-calls.ts'
import { permissionNames } from '../../platform/discord/permission-names.ts'
import type { Role } from '../../platform/discord/rest.ts'
import { verbatim } from '../../platform/discord/text.ts'
import { type Finding, isForOperator, type Seen, type Subject } from './finding.ts'
import { doctorWords } from './words.ts'

/** What a finding says and what to click. Pure. */

export interface Sentences {
  readonly problem: string
  /** Null where nothing is to be repaired. */
  readonly repair: string | null
}

/** How names are written where the sentences are read. */
export interface Script {
  channel(channel: Channel): string
  name(name: string): string
  /** Of texts that members may have written a part of. */
  plain(text: string): string
}

/** Discord makes a link of the channel, and an emphasis of what is to be looked for. */
export const IN_DISCORD: Script = {
  channel: ({ id }) => `<#${id}>`,
  name: (name) => `**${verbatim(name)}**`,
  plain: verbatim,
}
export const PLAIN: Script = { channel: ({ name }) => `#${name}`, name: (name) => name, plain: (text) => text }

interface Reading {
  readonly language: Language
  readonly script: Script
  /** The bot's own name. */
  readonly bot: string
}

export function sentencesOf(finding: Finding, reading: Reading): Sentences {
  const repair = repairOf(finding, reading)
  const problem = problemOf(finding, reading)
  if (repair === null || !isForOperator(finding)) return { problem, repair }
  return { problem, repair: doctorWords(reading.language)('operator', { repair }) }
}

function problemOf({ subject, seen }: Finding, { language, script }: Reading): string {
  const say = doctorWords(language)
  const named = { setting: script.plain(subject?.label[language] ?? '') }
  switch (seen.kind) {
    case 'commands_known':
    case 'commands_behind':
    case 'intents_granted':
    case 'timed_out':
      return say(seen.kind)
    case 'no_log_channel':
      return say(seen.kind, named)
    case 'intent_missing':
      return subject ? say('intent_for', { ...named, intent: seen.intent }) : say('intent_missing', seen)
    case 'guild_fine':
      return say(seen.kind, { ...named, permissions: permissionNames(seen.has, language) })
    case 'guild_lacks':
      return say(seen.kind, { ...named, permissions: permissionNames(seen.missing, language) })
    case 'channel_gone':
    case 'category_gone':
    case 'role_gone':
      return say(seen.kind, { ...named, id: seen.id })
    case 'channel_fine':
      return say(seen.kind, { ...named, channel: script.channel(seen.channel) })
    case 'channel_lacks':
    case 'category_lacks': {
      const permissions = permissionNames(seen.missing, language)
      return say('channel_lacks', { ...named, channel: script.channel(seen.channel), permissions })
    }
    case 'category_fine':
    case 'category_filling':
    case 'category_full':
      return say(seen.kind, { ...named, channel: script.name(seen.channel.name), count: seen.count })
    case 'warned':
      return say(seen.kind, { ...named, problem: seen.problem[language] })
    case 'role_dangerous':
    case 'role_risky':
      return say('role_dangerous', {
        ...named,
        role: script.name(seen.role.name),
        permissions: permissionNames(seen.powers, language),
      })
    default:
      return say(seen.kind, { ...named, role: script.name(seen.role.name) })
  }
}

function repairOf({ subject, seen }: Finding, reading: Reading): string | null {
  const { language, script } = reading
  const say = doctorWords(language)
  const again = chooseAgain(subject, reading)
  switch (seen.kind) {
    case 'commands_behind':
      return say('commands_repair')
    case 'intent_missing':
      return say('intent_repair', { intent: script.name(seen.intent) })
    case 'timed_out':
      return say('timed_out_repair')
    case 'no_log_channel':
      return say('no_log_channel_repair', { name: script.name(subject?.setting ?? '') })
    case 'guild_lacks':
      return guildRepair(seen, reading)
    case 'channel_gone':
    case 'category_gone':
    case 'role_gone':
    case 'role_everyone':
    case 'role_managed':
      return again
    case 'channel_lacks':
    case 'category_lacks':
      return channelRepair(seen, reading)
    case 'category_filling':
    case 'category_full':
      return say('category_room', { again, channel: script.name(seen.channel.name) })
    case 'role_above':
      return say('role_above_repair', { highest: script.name(seen.highest.name), role: script.name(seen.role.name) })
    case 'warned':
      return seen.repair[language]
    case 'role_dangerous':
    case 'role_risky': {
      const permissions = script.name(permissionNames(seen.powers, language))
      return say('role_dangerous_repair', { again, permissions, role: script.name(seen.role.name) })
    }
    default:
      return null
  }
}

function chooseAgain(subject: Subject | null, { language, script }: Reading): string {
  const name = script.name(subject?.setting ?? '')
  const own = subject?.chooseAgain?.[language]
  return own ? script.plain(own) : doctorWords(language)('choose_again', { name })
}

interface Lack {
  readonly missing: bigint
}

function guildRepair({ missing, own }: Lack & { readonly own: Role | null }, { language, script }: Reading): string {
  const say = doctorWords(language)
  const permissions = script.name(permissionNames(missing, language))
  return own
    ? say('guild_repair', { own: script.name(own.name), permissions })
    : say('guild_repair_roleless', { permissions })
}

function channelRepair(
  { kind, channel, missing, through }: Extract<Seen, { through: Role | null }>,
  { language, script, bot }: Reading,
): string {
  const say = doctorWords(language)
  const who = through ? script.name(through.name) : say('itself', { name: script.name(bot) })
  const isCategory = kind === 'category_lacks'
  return say(isCategory ? 'category_repair' : 'channel_repair', {
    channel: script.name(isCategory ? channel.name : `#${channel.name}`),
    who,
    permissions: script.name(permissionNames(missing, language)),
  })
}

/** Acts as one user of the simulated Discord and sees what that user would see. */
import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { has, permissionsIn } from '../permissions.ts'
import { channelFor, mayIn, maySee, memberOf, userOf } from '../state/access.ts'
import { directChannelOf, openDirectChannel } from '../state/direct-messages.ts'
import { ANSWER_WITHIN_MS, findMessage, startInteraction } from '../state/interactions.ts'
import { acceptInvite, acceptVanity, createInvite, deleteInvite, usableInvite } from '../state/invites.ts'
import { addMember, removeMember } from '../state/members.ts'
import { bulkDelete, createMessage, deleteMessage, EMPTY_DRAFT, editMessage } from '../state/messages.ts'
import type {
  ApplicationCommand,
  Channel,
  CommandChoice,
  Embed,
  Invite,
  JsonObject,
  Member,
  Message,
} from '../state/model.ts'
import { addReaction, parseEmoji, removeReaction } from '../state/reactions.ts'
import type { World } from '../state/world.ts'
import { fillCommand, type OptionValues } from './command-options.ts'
import { buttonIn, chosen, type FormValues, filledForm, selectIn } from './components.ts'
import { type File, Resolved } from './resolved.ts'
import { Seen } from './seen.ts'
import { CannotAct, until } from './waiting.ts'

/** Where a person does something; without a channel it is the guild's system channel, or the first where he can use commands. */
export interface Place {
  readonly channel?: string
  readonly guild?: string
  /** In the direct conversation with the bot. */
  readonly dm?: boolean
}

export interface Said {
  readonly embeds?: readonly Embed[]
  readonly files?: readonly File[]
  /** Id of the message that is answered. */
  readonly replyTo?: string
}

interface InviteLimits {
  readonly maxUses?: number
  readonly maxAge?: number
}

export class Person {
  readonly id: string
  readonly #world: World

  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** Uses a chat command; sub-commands follow its name after blanks. Comes back with the bot's first answer. */
  async slash(name: string, options: OptionValues = {}, place: Place = {}): Promise<Seen> {
    const path = name.replace(/^\//, '').split(/\s+/)
    const channel = this.#placeFor(place)
    const command = this.#command(path[0] ?? '', ApplicationCommandType.ChatInput, channel)
    return await this.#act(
      InteractionType.ApplicationCommand,
      channel,
      fillCommand(this.#world, command, channel, path, options),
    )
  }

  /** Types into an option and reads what is offered. */
  async autocomplete(
    name: string,
    option: string,
    typed: string,
    others: OptionValues = {},
    place: Place = {},
  ): Promise<readonly CommandChoice[]> {
    const path = name.replace(/^\//, '').split(/\s+/)
    const channel = this.#placeFor(place)
    const command = this.#command(path[0] ?? '', ApplicationCommandType.ChatInput, channel)
    const data = fillCommand(this.#world, command, channel, path, { ...others, [option]: typed }, { name: option })
    return (await this.#act(InteractionType.ApplicationCommandAutocomplete, channel, data)).choices
  }

  /** Uses a command of the context menu on a message or a user (by id). */
  async contextMenu(name: string, target: Message | string, place: Place = {}): Promise<Seen> {
    const isUser = typeof target === 'string'
    const channel = this.#placeFor(isUser ? place : { channel: target.channel_id })
    const type = isUser ? ApplicationCommandType.User : ApplicationCommandType.Message
    const { id, guild_id } = this.#command(name, type, channel)
    const resolved = new Resolved(this.#world, channel)
    const targetId = isUser ? resolved.user(target) : resolved.message(target)
    const scope = guild_id === null ? {} : { guild_id }
    const data = { id, name, type, target_id: targetId, ...scope, ...resolved.field() }
    return await this.#act(InteractionType.ApplicationCommand, channel, data)
  }

  /** Presses the button with this custom id or label. */
  async click(on: Seen | Message, customIdOrLabel: string): Promise<Seen> {
    const message = this.#visible(on)
    const { type, id, custom_id } = buttonIn(message.components, customIdOrLabel)
    const data = { component_type: type, id: id ?? 0, custom_id: custom_id ?? '' }
    return await this.#act(InteractionType.MessageComponent, this.#channel(message.channel_id), data, message)
  }

  /** Chooses in a select: its options' values, or ids of users, roles or channels. */
  async select(on: Seen | Message, customId: string, values: readonly string[]): Promise<Seen> {
    const message = this.#visible(on)
    const channel = this.#channel(message.channel_id)
    const select = selectIn(message.components, customId)
    const resolved = new Resolved(this.#world, channel)
    const taken = chosen(select, values, resolved)
    const data = {
      component_type: select.type,
      id: select.id ?? 0,
      custom_id: customId,
      values: taken,
      ...resolved.field(),
    }
    return await this.#act(InteractionType.MessageComponent, channel, data, message)
  }

  /** Fills in the form that opened and sends it. */
  async submit(form: Seen, values: FormValues = {}): Promise<Seen> {
    const { modal, interaction } = form
    if (!modal || interaction.user_id !== this.id) throw new CannotAct('no form is open')
    const channel = this.#channel(interaction.channel_id)
    const resolved = new Resolved(this.#world, channel)
    const components = filledForm(modal, values, resolved)
    const data = { custom_id: modal.custom_id ?? '', components, ...resolved.field() }
    const source = interaction.source_message_id
    const message = source === null ? undefined : findMessage(this.#world, interaction.channel_id, source)
    return await this.#act(InteractionType.ModalSubmit, channel, data, message ?? null)
  }

  /** Writes into a channel. */
  say(channelId: string, content: string, { embeds = [], files = [], replyTo }: Said = {}): Message {
    const attachments = files.map(({ name, bytes, contentType }) => ({
      filename: name,
      bytes,
      contentType: contentType ?? 'application/octet-stream',
      description: null,
    }))
    const reply = replyTo === undefined ? null : { messageId: replyTo, mustExist: true }
    const draft = { ...EMPTY_DRAFT, content, embeds, attachments, replyTo: reply }
    return createMessage(this.#world, this.id, channelId, draft)
  }

  /** Writes to the bot directly. */
  whisper(content: string, said: Said = {}): Message {
    return this.say(openDirectChannel(this.#world, this.id).id, content, said)
  }

  edit(message: Message, content: string, { embeds }: Pick<Said, 'embeds'> = {}): Message {
    const change = { content, ...(embeds && { embeds }) }
    return editMessage(this.#world, this.id, message.channel_id, message.id, change)
  }

  delete(message: Message): void {
    deleteMessage(this.#world, this.id, message.channel_id, message.id)
  }

  /** Deletes messages of one channel together, as bots for moderation do; needs Manage Messages. */
  purge(messages: readonly Message[]): void {
    const ids = messages.map(({ id }) => id)
    bulkDelete(this.#world, { id: this.id, reason: null }, messages[0]?.channel_id ?? '', ids)
  }

  /** A Unicode emoji, or `name:id`. */
  react(message: Message, emoji: string): void {
    addReaction(this.#world, this.id, message.channel_id, message.id, parseEmoji(emoji))
  }

  unreact(message: Message, emoji: string): void {
    removeReaction(this.#world, this.id, message.channel_id, message.id, parseEmoji(emoji), this.id)
  }

  /** Makes a new invite to a channel; without limits unless they are given: uses, and seconds until it ends. */
  invite(channelId: string, { maxUses = 0, maxAge = 0 }: InviteLimits = {}): Invite {
    const draft = { max_uses: maxUses, max_age: maxAge, temporary: false, unique: true }
    return createInvite(this.#world, { id: this.id, reason: null }, channelId, draft)
  }

  /** Deletes an invite. */
  revoke(code: string): void {
    deleteInvite(this.#world, { id: this.id, reason: null }, code)
  }

  /** Joins, by an invite or the guild's own address if one is given: then it must be one of that guild and counts the use. */
  join(guildId: string, { invite }: { readonly invite?: string } = {}): Member {
    const guild = this.#world.state.guilds.get(guildId)
    if (!guild) throw new DiscordError(10004)
    if (invite === undefined) return addMember(this.#world, guild, this.id)
    if (invite === guild.vanity_url_code) return acceptVanity(this.#world, this.id, guild)
    if (usableInvite(this.#world, invite).guild_id !== guildId) throw new CannotAct('that invite is for another guild')
    return acceptInvite(this.#world, this.id, invite)
  }

  leave(guildId: string): void {
    const guild = this.#world.state.guilds.get(guildId)
    if (!guild) throw new DiscordError(10004)
    removeMember(this.#world, guild, this.id)
  }

  /** Opens or closes direct messages from the bot. */
  acceptDms(accepts: boolean): void {
    userOf(this.#world, this.id).accepts_dms = accepts
  }

  /** Chooses the language of the client, like `nl`: https://discord.com/developers/docs/reference#locales */
  speaks(locale: string): void {
    userOf(this.#world, this.id).locale = locale
  }

  /** What the bot wrote to this person directly, oldest first. */
  dms(): Message[] {
    const channel = directChannelOf(this.#world, this.id)
    const botId = this.#world.state.application.id
    return channel ? this.#world.state.messagesOf(channel.id).filter(({ author_id }) => author_id === botId) : []
  }

  /** The messages of a channel that this person sees, his ephemeral ones among them, oldest first. */
  reads(channelId: string): Message[] {
    const channel = channelFor(this.#world, this.id, channelId)
    const { state } = this.#world
    const open = mayIn(this.#world, this.id, channel, 'ReadMessageHistory') ? state.messagesOf(channelId) : []
    const own = [...state.ephemeral.values()].filter(
      (one) => one.channel_id === channelId && one.ephemeral_to === this.id,
    )
    return [...open, ...own].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  }

  /** Whether this person sees the channel at all. */
  sees(channelId: string): boolean {
    const channel = this.#world.state.channels.get(channelId)
    return channel !== undefined && maySee(this.#world, this.id, channel)
  }

  /** The commands Discord offers this person there. */
  offered(place: Place = {}): ApplicationCommand[] {
    return this.#offeredIn(this.#placeFor(place))
  }

  async #act(
    type: InteractionType,
    channel: Channel,
    data: JsonObject,
    sourceMessage: Message | null = null,
  ): Promise<Seen> {
    const interaction = startInteraction(this.#world, { type, userId: this.id, channel, data, sourceMessage })
    const what = `${InteractionType[type]} ${String(data.name ?? data.custom_id)}`
    const complaint = `the bot did not answer within 3 s: ${what}`
    const seen = new Seen(this.#world, interaction)
    return await until(this.#world, () => (interaction.answer ? seen : undefined), ANSWER_WITHIN_MS, complaint)
  }

  #channel(channelId: string): Channel {
    return channelFor(this.#world, this.id, channelId)
  }

  #visible(on: Seen | Message): Message {
    const shown = on instanceof Seen ? on.message : on
    const message = shown && findMessage(this.#world, shown.channel_id, shown.id)
    if (!message) throw new CannotAct('the message is gone')
    if (message.ephemeral_to !== null && message.ephemeral_to !== this.id)
      throw new CannotAct('only somebody else sees that message')
    this.#channel(message.channel_id)
    return message
  }

  #placeFor({ channel, guild, dm }: Place): Channel {
    if (dm) return openDirectChannel(this.#world, this.id)
    if (channel !== undefined) return this.#channel(channel)
    const { channels, guilds } = this.#world.state
    const usable = [...channels.values()].filter((one) => {
      const isThere = guild === undefined ? one.guild_id !== null : one.guild_id === guild
      return isThere && one.type === 0 && mayIn(this.#world, this.id, one, 'ViewChannel', 'UseApplicationCommands')
    })
    const isSystem = (one: Channel) => guilds.get(one.guild_id ?? '')?.system_channel_id === one.id
    const found = usable.find(isSystem) ?? usable[0]
    if (!found) throw new CannotAct('there is no channel where this person can use commands')
    return found
  }

  #command(name: string, type: number, channel: Channel): ApplicationCommand {
    const offered = this.#offeredIn(channel)
    const command = offered.find((one) => one.name === name && one.type === type)
    if (command) return command
    const names = offered.map((one) => one.name).join(', ') || 'none'
    throw new CannotAct(`Discord offers no command ${name} to this person here; offered: ${names}`)
  }

  /** A command of the guild hides the global one of the same name. */
  #offeredIn(channel: Channel): ApplicationCommand[] {
    const { commands, guilds, application } = this.#world.state
    const guild = guilds.get(channel.guild_id ?? '')
    if (guild && !guild.members.has(application.id)) return []
    if (guild && !mayIn(this.#world, this.id, channel, 'UseApplicationCommands')) return []
    const known = [...commands.values()].filter(({ guild_id }) => guild_id === null || guild_id === channel.guild_id)
    const context = guild ? 0 : 1
    const isHidden = ({ name, type, guild_id }: ApplicationCommand) =>
      guild_id === null && known.some((other) => other.guild_id !== null && other.name === name && other.type === type)
    return known.filter((command) => {
      if (isHidden(command) || !(command.contexts?.includes(context) ?? true)) return false
      if (!guild || command.default_member_permissions === null) return true
      const granted = permissionsIn(guild, memberOf(guild, this.id), this.#world.clock.now())
      const asked = BigInt(command.default_member_permissions)
      return asked === 0n ? has(granted, 8n) : has(granted, asked)
    })
  }
}

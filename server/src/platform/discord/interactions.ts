import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { Logger } from 'pino'
import type { GuildId } from '../../kernel/ids.ts'
import { type Language, languageOf } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Answer, announce, answer, answerLate, replacing, say, sendMore } from './answers.ts'
import type { ApplicationCalls, InteractionKey } from './application-calls.ts'
import { typedCommands } from './command-names.ts'
import { type CommandRun, type ComponentFault, componentFault, errorOf, whatRan } from './command-run.ts'
import type { Command } from './commands.ts'
import { DiscordFailure, UNKNOWN_CHANNEL } from './failure.ts'
import { growingAnswer } from './growing-answer.ts'
import { interactionWords } from './interaction-words.ts'
import { invocationOf, type LanguageFinder } from './invocation.ts'
import { answerToError } from './refusals.ts'
import { type Attended, directLanguage, type InteractionHandlers, type Task, taskFinder } from './tasks.ts'
import { cut } from './text.ts'

export interface InteractionRouter {
  /** Finds the handler and sees to it that the member gets an answer; errors are dealt with inside. */
  receive(interaction: APIInteraction): void
  /** Resolves when everything that was received has been answered. */
  settled(): Promise<void>
}

/** Discord gives 3 s for the first answer (https://discord.com/developers/docs/interactions/receiving-and-responding). */
export interface Patience {
  /** An answer that takes longer is announced. */
  readonly answerMs: number
  /** Of those; a database that hangs must not take them all. */
  readonly languageMs: number
}

/** Half of the 3 s is left to the way there. */
const PATIENCE: Patience = { answerMs: 1_500, languageMs: 500 }
/** Discord may deliver an event again after a resumed connection. */
const REMEMBERED = 5_000
const MOST_CHOICES = 25
const LONGEST_CHOICE = 100
/** Discord's "Unknown interaction" (too late) and "already acknowledged". */
const NOT_ANSWERABLE = new Set([10062, 40060])

const LATE_FORM = new DiscordFailure('unavailable', 'The form was not ready in time')

/** Who is told how interactions ended; must be quick and must not throw. */
export interface RunListeners {
  /** Of every command that was answered, also when the answer was no. */
  onRun?(run: CommandRun): void
  /** Of every button, select and form that broke off. */
  onComponentFault?(fault: ComponentFault): void
}

interface RouterNeeds extends RunListeners {
  readonly discord: ApplicationCalls
  readonly logger: Logger
  /** The language of a guild, for members whose own we do not speak. */
  guildLanguage(guildId: GuildId): Promise<Language>
  readonly patience?: Patience
}

const namesOf = ({ definition }: Command) => typedCommands(definition).map(({ name }) => name)

/** Routes interactions to their handlers by command name and custom id. */
export function interactionRouter(
  handlers: InteractionHandlers,
  { discord, logger, guildLanguage, patience = PATIENCE, ...listeners }: RouterNeeds,
): InteractionRouter {
  const tell = teller(handlers.commands, listeners)
  const remembered = new Set<string>()
  const underWay = new Set<Promise<void>>()
  const languageIn = languageFinder(guildLanguage, patience, logger)
  const suggest = suggester(handlers.commands, languageIn, discord)
  const attend = attendant(taskFinder(handlers), languageIn, patience, discord)

  async function attendAndTell(interaction: APIInteraction, log: Logger): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return suggest(interaction, log)
    const begunMs = performance.now()
    const reason = await attend(interaction, log).catch((error: unknown) => {
      logUnanswered(refusedIfGone(error), log)
      return refusedIfGone(error)
    })
    tell(interaction, reason, Math.round(performance.now() - begunMs))
  }

  return {
    receive(interaction) {
      if (!isNew(remembered, interaction.id)) return
      const log = logger.child(describe(interaction))
      const work = attendAndTell(interaction, log)
        .catch((error: unknown) => logUnanswered(error, log))
        .finally(() => underWay.delete(work))
      underWay.add(work)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** Has an interaction answered; gives why it was refused or failed, and null when it succeeded. */
function attendant(
  tasks: ReturnType<typeof taskFinder>,
  languageIn: LanguageFinder,
  { answerMs }: Patience,
  discord: ApplicationCalls,
): (interaction: Attended, log: Logger) => Promise<unknown> {
  return async (interaction, log) => {
    const key = keyOf(interaction)
    const growing = growingAnswer((message) => discord.editOriginal(key, replacing(message)), log)
    const invocation = await invocationOf(interaction, languageIn, growing.show)
    const task = tasks(interaction, invocation, growing.show)
    const reader = { interactionId: interaction.id, language: invocation?.language ?? directLanguage(interaction) }
    let reason: unknown = null
    const apologise = (error: unknown) => {
      reason = refusedIfGone(error)
      return answerToError(reason, reader, log)
    }
    const outcome = task.run().catch(apologise)
    try {
      const first = await within(answerMs, outcome)
      // What went wrong concerns nobody else in the channel.
      const shown = { ...task, isPublic: task.isPublic && reason === null }
      const deliver = await delivery(discord, key, shown, first, reader.language)
      if (!first && task.answers !== 'modal') growing.begin()
      const final = await outcome
      await growing.end()
      await deliver(final).catch((error) => deliver(apologise(onlyOurFault(error))))
      if (reason === null)
        await sendMore(discord, key, final, isSeenByAll(final, shown, interaction)).catch(
          (error) => void apologise(error),
        )
      return !first && task.answers === 'modal' ? (reason ?? LATE_FORM) : reason
    } finally {
      await outcome
    }
  }
}

/** An answer that replaces a message is seen by whoever sees that. */
function isSeenByAll({ kind }: Answer, { isPublic }: Pick<Task, 'isPublic'>, interaction: Attended): boolean {
  if (kind !== 'update' || !('message' in interaction)) return isPublic
  return ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) === 0
}

/** Tells whoever listens how an interaction ended. */
function teller(commands: readonly Command[], { onRun, onComponentFault }: RunListeners) {
  const known = new Set(commands.flatMap(namesOf))
  return (interaction: Attended, reason: unknown, durationMs: number): void => {
    const run = whatRan(interaction, known)
    if (run) onRun?.({ ...run, durationMs, error: errorOf(reason) })
    const fault = componentFault(interaction, reason)
    if (fault) onComponentFault?.(fault)
  }
}

/** How the answer reaches the member: at once, or announced first because it takes long. */
async function delivery(
  discord: ApplicationCalls,
  key: InteractionKey,
  { answers: manner, isPublic }: Pick<Task, 'answers' | 'isPublic'>,
  given: Answer | null,
  language: Language,
): Promise<(answer: Answer) => Promise<void>> {
  if (given) return (final) => answer(discord, key, final, isPublic)
  if (manner === 'modal') {
    await answer(discord, key, say(interactionWords(language)('form_late')))
    return async () => undefined
  }
  await announce(discord, key, manner, isPublic)
  return (final) => answerLate(discord, key, manner, final)
}

/** A member is answered in English rather than not at all. */
function languageFinder(
  guildLanguage: RouterNeeds['guildLanguage'],
  { languageMs }: Patience,
  logger: Logger,
): LanguageFinder {
  const ofGuild = (guildId: GuildId) =>
    guildLanguage(guildId).catch((err: unknown): Language => {
      logger.warn({ err, guildId }, 'the language of the server could not be read')
      return 'en'
    })
  return async (locale, guildId) => languageOf(locale) ?? (await within(languageMs, ofGuild(guildId))) ?? 'en'
}

/** Suggests for what is being typed. */
function suggester(all: readonly Command[], languageIn: LanguageFinder, discord: ApplicationCalls) {
  const commands = new Map(all.map((command) => [command.definition.name, command]))
  return async (interaction: APIApplicationCommandAutocompleteInteraction, log: Logger): Promise<void> => {
    const { data } = interaction
    const command = data.type === ApplicationCommandType.ChatInput ? commands.get(data.name) : undefined
    const found = async () => {
      const invocation = await invocationOf(interaction, languageIn)
      return command && invocation ? command.complete(data, invocation) : []
    }
    const choices = await found().catch((err: unknown) => {
      log.error({ err }, 'no suggestions could be made')
      return []
    })
    await discord.respond(keyOf(interaction), {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: {
        choices: choices.slice(0, MOST_CHOICES).map(({ name, value }) => ({ name: cut(name, LONGEST_CHOICE), value })),
      },
    })
  }
}

/** Null when it takes longer. */
function within<Value>(ms: number, value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  return Promise.race([value, patience]).finally(() => clearTimeout(timer))
}

/** And remembers it. */
function isNew(ids: Set<string>, id: string): boolean {
  if (ids.has(id)) return false
  ids.add(id)
  const [oldest] = ids
  if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest)
  return true
}

function keyOf({ id, token, application_id }: APIInteraction): InteractionKey {
  return { id, token, applicationId: application_id }
}

function describe(interaction: APIInteraction) {
  const { id, guild_id: guildId, data } = interaction
  const name = data && ('name' in data ? data.name : 'custom_id' in data ? data.custom_id : undefined)
  return { interactionId: id, guildId, userId: interaction.member?.user.id ?? interaction.user?.id, name }
}

/** Discord does not accept what we wrote; a plain sentence it does. What else went wrong is thrown again. */
function onlyOurFault(error: unknown): unknown {
  const isOurs = error instanceof DiscordFailure && error.kind === 'invalid' && !NOT_ANSWERABLE.has(error.code ?? 0)
  if (!isOurs) throw error
  return error
}

/** A channel may vanish while somebody is answered about it or in it; that is no fault. */
function refusedIfGone(error: unknown): unknown {
  if (!(error instanceof DiscordFailure) || error.code !== UNKNOWN_CHANNEL) return error
  return new Refusal('not_found', 'discord.channel_gone', interactionWords.everywhere('channel_gone'))
}

function logUnanswered(error: unknown, log: Logger): void {
  const isLate = error instanceof DiscordFailure && NOT_ANSWERABLE.has(error.code ?? 0)
  if (error instanceof Refusal) log.info({ code: error.code }, 'refused, and the answer has no place')
  else if (isLate) log.warn({ code: error.code }, 'the answer came too late or was given already')
  else log.error({ err: error }, 'an interaction could not be answered')
}

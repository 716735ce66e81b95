import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10'
import type { Logger } from 'pino'
import { type Answer, announce, answer, answerLate, type Manner, say } from './answers.ts'
import type { ApplicationCalls, InteractionKey } from './application-calls.ts'
import { typedCommands } from './command-names.ts'
import { type CommandRun, errorOf, whatRan } from './command-run.ts'
import type { Command } from './commands.ts'
import { DiscordFailure } from './failure.ts'
import { invocationOf } from './invocation.ts'
import { answerToError } from './refusals.ts'
import { type InteractionHandlers, taskFinder } from './tasks.ts'

export interface InteractionRouter {
  /** Finds the handler and sees to it that the member gets an answer; errors are dealt with inside. */
  receive(interaction: APIInteraction): void
  /** Resolves when everything that was received has been answered. */
  settled(): Promise<void>
}

/** Discord gives 3 s for the first answer (https://discord.com/developers/docs/interactions/receiving-and-responding); half is left to the way there. */
const PATIENCE_MS = 1_500
/** Discord may deliver an event again after a resumed connection. */
const REMEMBERED = 5_000
const MOST_CHOICES = 25
/** Discord's "Unknown interaction" (too late) and "already acknowledged". */
const NOT_ANSWERABLE = new Set([10062, 40060])

const LATE_FORM = new DiscordFailure('unavailable', 'The form was not ready in time')

interface RouterNeeds {
  readonly discord: ApplicationCalls
  readonly logger: Logger
  /** Told of every command that was answered, also when the answer was no; must be quick and must not throw. */
  readonly onRun?: (run: CommandRun) => void
}

const namesOf = ({ definition }: Command) => typedCommands(definition).map(({ name }) => name)

/** Routes interactions to their handlers by command name and custom id. */
export function interactionRouter(
  handlers: InteractionHandlers,
  { discord, logger, onRun }: RouterNeeds,
): InteractionRouter {
  const tasks = taskFinder(handlers)
  const known = new Set(handlers.commands.flatMap(namesOf))
  const commands = new Map(handlers.commands.map((command) => [command.definition.name, command]))
  const remembered = new Set<string>()
  const underWay = new Set<Promise<void>>()

  /** @returns why it was refused or failed; null when it succeeded. */
  async function attend(interaction: Attended, log: Logger): Promise<unknown> {
    const task = tasks(interaction)
    let reason: unknown = null
    const apologise = (error: unknown) => {
      reason = error
      return answerToError(error, interaction.id, log)
    }
    const outcome = task.run().catch(apologise)
    try {
      const first = await within(PATIENCE_MS, outcome)
      const deliver = await delivery(discord, keyOf(interaction), task.answers, first)
      await deliver(await outcome).catch((error: unknown) => {
        if (!isOurFault(error)) throw error
        return deliver(apologise(error))
      })
      return !first && task.answers === 'modal' ? (reason ?? LATE_FORM) : reason
    } finally {
      await outcome
    }
  }

  async function attendAndTell(interaction: APIInteraction, log: Logger): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
      return suggest(discord, interaction, commands, log)
    const run = whatRan(interaction, known)
    const begunMs = performance.now()
    const reason = await attend(interaction, log).catch((error: unknown) => {
      logUnanswered(error, log)
      return error
    })
    if (run) onRun?.({ ...run, durationMs: Math.round(performance.now() - begunMs), error: errorOf(reason) })
  }

  return {
    receive(interaction) {
      if (remembered.has(interaction.id)) return
      remember(remembered, interaction.id)
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

type Attended = Exclude<APIInteraction, APIApplicationCommandAutocompleteInteraction>

/** How the answer reaches the member: at once, or announced first because it takes long. */
async function delivery(
  discord: ApplicationCalls,
  key: InteractionKey,
  manner: Manner,
  given: Answer | null,
): Promise<(answer: Answer) => Promise<void>> {
  if (given) return (final) => answer(discord, key, final)
  if (manner === 'modal') {
    await answer(discord, key, say('That took too long. Please try again.'))
    return async () => undefined
  }
  await announce(discord, key, manner)
  return (final) => answerLate(discord, key, manner, final)
}

async function suggest(
  discord: ApplicationCalls,
  interaction: APIApplicationCommandAutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  log: Logger,
): Promise<void> {
  const invocation = invocationOf(interaction)
  const { data } = interaction
  const command = data.type === ApplicationCommandType.ChatInput ? commands.get(data.name) : undefined
  const found = command && invocation ? command.complete(data, invocation) : Promise.resolve([])
  const choices = await found.catch((err: unknown) => {
    log.error({ err }, 'no suggestions could be made')
    return []
  })
  await discord.respond(keyOf(interaction), {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, MOST_CHOICES).map(({ name, value }) => ({ name: name.slice(0, 100), value })) },
  })
}

/** Null when it takes longer. */
function within<Value>(ms: number, value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  return Promise.race([value, patience]).finally(() => clearTimeout(timer))
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id)
  const [oldest] = ids
  if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest)
}

function keyOf({ id, token, application_id }: APIInteraction): InteractionKey {
  return { id, token, applicationId: application_id }
}

function describe(interaction: APIInteraction) {
  const { id, guild_id: guildId, data } = interaction
  const name = data && ('name' in data ? data.name : 'custom_id' in data ? data.custom_id : undefined)
  return { interactionId: id, guildId, userId: interaction.member?.user.id ?? interaction.user?.id, name }
}

/** Discord does not accept what we wrote; a plain sentence it does. */
function isOurFault(error: unknown): boolean {
  return error instanceof DiscordFailure && error.kind === 'invalid' && !NOT_ANSWERABLE.has(error.code ?? 0)
}

function logUnanswered(error: unknown, log: Logger): void {
  const isLate = error instanceof DiscordFailure && NOT_ANSWERABLE.has(error.code ?? 0)
  if (isLate) log.warn({ code: error.code }, 'the answer came too late or was given already')
  else log.error({ err: error }, 'an interaction could not be answered')
}

import { RequestMethod } from '@discordjs/rest'
import {
  type APIApplicationCommand,
  type APIInteractionResponse,
  type APIMessage,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { DiscordFailure } from './failure.ts'
import type { Fitter } from './fitter.ts'
import { type OutgoingFile, type OutgoingMessage, withoutFiles } from './message.ts'
import type { SendRequest } from './requests.ts'

/** What identifies an interaction towards Discord; the token answers it for 15 minutes. */
export interface InteractionKey {
  readonly id: string
  readonly token: string
  readonly applicationId: string
}

/** The calls that belong to the application itself: its commands, and the answers to interactions. */
export interface ApplicationCalls {
  commands(applicationId: string): Promise<APIApplicationCommand[]>
  replaceCommands(applicationId: string, commands: RESTPutAPIApplicationCommandsJSONBody): Promise<void>
  /** The first answer, due within 3 s of the interaction. */
  respond(interaction: InteractionKey, response: APIInteractionResponse, files?: readonly OutgoingFile[]): Promise<void>
  /** Replaces the first answer, or the message whose button was pressed. */
  editOriginal(interaction: InteractionKey, message: OutgoingMessage): Promise<void>
  /** A further answer, seen only by who acted when `flags` says ephemeral. */
  followUp(interaction: InteractionKey, message: OutgoingMessage & Pick<APIMessage, 'flags'>): Promise<void>
}

export function applicationCalls(send: SendRequest, fit: Fitter): ApplicationCalls {
  return {
    commands: async (applicationId) =>
      (await send({
        method: RequestMethod.Get,
        path: Routes.applicationCommands(applicationId),
        query: new URLSearchParams({ with_localizations: 'true' }),
      })) as APIApplicationCommand[],
    async replaceCommands(applicationId, commands) {
      await send({ method: RequestMethod.Put, path: Routes.applicationCommands(applicationId), body: commands })
    },
    async respond({ id, token }, response, files) {
      const body = fit.response(response)
      const path = Routes.interactionCallback(id, token)
      const attempt = () => send({ method: RequestMethod.Post, path, body, files, withToken: false })
      const repeat = () => attempt().catch(unlessAnswered)
      await attempt().catch((error: unknown) => (isUnavailable(error) ? repeat() : Promise.reject(error)))
    },
    async editOriginal({ applicationId, token }, message) {
      await send({
        method: RequestMethod.Patch,
        path: Routes.webhookMessage(applicationId, token, '@original'),
        body: withoutFiles(fit.message(message)),
        files: message.files,
        withToken: false,
      })
    },
    async followUp({ applicationId, token }, message) {
      await send({
        method: RequestMethod.Post,
        path: Routes.webhook(applicationId, token),
        body: withoutFiles(fit.message(message)),
        files: message.files,
        withToken: false,
      })
    },
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof DiscordFailure && error.kind === 'unavailable'
}

/** Discord acknowledges an interaction once (40060 after that), so a repeat that comes second has nothing left to do. */
function unlessAnswered(error: unknown): void {
  if (!(error instanceof DiscordFailure) || error.code !== 40060) throw error
}

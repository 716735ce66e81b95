import type { APIInteractionResponse } from 'discord-api-types/v10'
import type { Logger } from 'pino'
import { type Fitted, fitted, fittedResponse, type Texts } from './fit.ts'

/** Everything that leaves for Discord goes through it. */
export interface Fitter {
  message<Of extends Texts>(message: Of): Of
  response(response: APIInteractionResponse): APIInteractionResponse
}

/** A cut is a fault of whoever built the message, so that it is logged. */
export function fitter(logger: Logger): Fitter {
  function told<Of>({ kept, cut }: Fitted<Of>): Of {
    if (cut.length > 0) logger.warn({ cut }, 'A message was longer than Discord allows and was cut')
    return kept
  }
  return {
    message: (message) => told(fitted(message)),
    response: (response) => told(fittedResponse(response)),
  }
}

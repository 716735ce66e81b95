/** Discord's refusals: status, code and sentence (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
import type { JsonObject } from './state/model.ts'

const KNOWN = {
  0: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown Permission Overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10026: [404, 'Unknown Ban'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20001: [403, 'Bots cannot use this endpoint'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  30003: [400, 'Maximum number of pins reached (50)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40001: [401, 'Unauthorized'],
  40005: [413, 'Request entity too large'],
  40007: [403, 'The user is banned from this guild.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid Role'],
  50034: [400, 'A message provided was too old to bulk delete'],
  50035: [400, 'Invalid Form Body'],
  50074: [400, 'Cannot delete a channel required for Community guilds'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Readonly<Record<number, readonly [number, string]>>

export type DiscordErrorCode = keyof typeof KNOWN

/** A "no" as Discord gives it; the REST server turns it into the answer. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError'
  readonly status: number
  readonly code: DiscordErrorCode
  readonly errors: JsonObject | undefined

  constructor(code: DiscordErrorCode, errors?: JsonObject) {
    const [status, message] = KNOWN[code]
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  /** The answer's body. */
  body(): JsonObject {
    const plain = { message: this.message, code: this.code }
    return this.errors ? { ...plain, errors: this.errors } : plain
  }
}

/** 50035 for one field: `invalidForm(['embeds', '0', 'title'], 'BASE_TYPE_MAX_LENGTH', 'Must be 256 or fewer in length.')`. */
export function invalidForm(path: readonly string[], code: string, message: string): DiscordError {
  const leaf: JsonObject = { _errors: [{ code, message }] }
  return new DiscordError(
    50035,
    path.reduceRight<JsonObject>((inner, name) => ({ [name]: inner }), leaf),
  )
}

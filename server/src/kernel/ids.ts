declare const kind: unique symbol

/** A Discord id: 64 unsigned bits as decimal digits. Never a number, which loses digits beyond 2^53. */
export type Snowflake<Kind extends string> = string & { readonly [kind]: Kind }

export type GuildId = Snowflake<'guild'>
export type ChannelId = Snowflake<'channel'>
export type UserId = Snowflake<'user'>
export type RoleId = Snowflake<'role'>
export type MessageId = Snowflake<'message'>

const DIGITS = /^[1-9]\d{0,18}$/
/** Ids are stored as PostgreSQL bigint; Discord's own stay below 2^63 until the year 2084. */
const LARGEST = 2n ** 63n - 1n

/** Whether the text is a Discord id that the database can hold. */
export function isSnowflake(text: string): boolean {
  return DIGITS.test(text) && BigInt(text) <= LARGEST
}

function parserOf<Id extends Snowflake<string>>(name: string) {
  return {
    /** @throws {RangeError} unless the text is a snowflake. */
    parse(text: string): Id {
      if (!isSnowflake(text)) throw new RangeError(`${name} must be a Discord id, got ${JSON.stringify(text)}`)
      return text as Id
    },
  }
}

export const GuildId = parserOf<GuildId>('guild id')
export const ChannelId = parserOf<ChannelId>('channel id')
export const UserId = parserOf<UserId>('user id')
export const RoleId = parserOf<RoleId>('role id')
export const MessageId = parserOf<MessageId>('message id')

/** Discord counts from the first second of 2015: https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000

/** The smallest id that a message made at the instant can have; for asking what came after it. */
export function firstMessageIdAt(instant: Temporal.Instant): MessageId {
  return MessageId.parse(String(BigInt(Math.max(1, instant.epochMilliseconds - DISCORD_EPOCH_MS)) << 22n))
}

/** When Discord made the id. */
export function instantOfId(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS)
}

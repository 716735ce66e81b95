import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut, SnowflakeStringOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of sign-in, sessions and API keys over HTTP. The reference has none of them. */

const nullable = <Schema extends Type.TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description })
const instant = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-01-21T12:00:00Z'] })
const SESSION = 'b2f5ff47-4366-4c8e-8d0c-0f4b5b6a9a57'

/** Never an address elsewhere: a sign-in must not send people to somebody else's page. */
const ReturnTo = Type.Optional(
  Type.String({
    pattern: '^/([!-.0-\\[\\]-~][!-\\[\\]-~]{0,498})?$',
    'x-rule': 'a path of this server such as /docs',
    default: '/api/auth/me',
    description: 'Where the browser goes afterwards: a path of this server.',
    examples: ['/docs'],
  }),
)

export const Redirect = Type.Null({ description: 'Goes on at the address in `Location`.' })
export const SignInQuery = Type.Object({ return_to: ReturnTo })
export const CallbackQuery = Type.Object({
  state: Type.String({ minLength: 1, maxLength: 512, description: 'As it was sent to Discord.' }),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 512, description: 'Absent when the person declined.' })),
})

export const Token = Type.Object({
  access_token: Type.String({
    description: 'A JWT, for `Authorization: Bearer`.',
    examples: ['eyJhbGciOiJIUzI1NiJ9…'],
  }),
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds.', examples: [3600] }),
  expires_at: instant('When it stops verifying; it also does when its session ends.'),
})

export const LinkBegun = Type.Object({
  url: Type.String({
    description: 'The page of Discord to go to, in the browser that got this answer.',
    examples: ['https://discord.com/oauth2/authorize?client_id=1100000000000000900'],
  }),
})
export const Done = Type.Object({ success: Type.Literal(true) }, { examples: [{ success: true }] })

const AdministeredGuild = Type.Object({
  id: SnowflakeOut({ examples: ['1100000000000000001'] }),
  name: Type.String({ examples: ['Alphapy Demo'] }),
  icon: nullable(Type.String(), 'Hash of its icon, as the image addresses of Discord have it.'),
})
export const Me = Type.Object({
  user_id: nullable(
    SnowflakeStringOut({ examples: ['1100000000000000101'] }),
    'Null while no Discord account is linked.',
  ),
  subject: Type.String({ description: 'As tokens name the person.', examples: [SESSION] }),
  signed_in_by: Type.Enum(['discord', 'supabase'], { description: 'Who knows the person.' }),
  via: Type.Enum(['session', 'token'], { description: 'What this request was sent with.' }),
  session_id: nullable(Type.String(), 'Null where a token from elsewhere does not say.'),
  expires_at: instant('When that ends.'),
  guilds: Type.Array(AdministeredGuild, { description: 'Guilds of the bot that the person administers, by name.' }),
})

const SessionOut = Type.Object({
  id: Type.String({ examples: [SESSION] }),
  created_at: instant('When the person signed in.'),
  last_seen_at: instant('When it was last used, to five minutes.'),
  expires_at: instant('30 days after its last use, at most 90 days after the sign-in.'),
  current: Type.Boolean({ description: 'Whether this request was sent with it.' }),
})
export const SessionList = Type.Array(SessionOut, { description: 'Newest first.' })
export const SessionPath = Type.Object({
  session_id: Type.String({
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    'x-rule': 'the id of a session',
    examples: [SESSION],
  }),
})
export const SignedOutEverywhere = Type.Object({
  success: Type.Literal(true),
  sessions_ended: Type.Integer({ minimum: 0, examples: [2] }),
})

const Scope = Type.Enum(['reminders', 'metrics', 'exports'])
const scopes = Type.Array(Scope, {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
  description: 'What the key opens.',
  examples: [['reminders']],
})
const keyName = Type.String({ minLength: 1, maxLength: 100, examples: ['Stream overlay'] })

export const ApiKeyInput = Type.Object({
  name: keyName,
  scopes,
  expires_at: Type.Optional(
    nullable(
      Type.String({ format: 'date-time', examples: ['2027-12-31T00:00:00Z'] }),
      'When it stops working; null or absent: never.',
    ),
  ),
})
export const ApiKeyOut = Type.Object({
  id: Type.Integer({ examples: [7] }),
  name: keyName,
  hint: Type.String({ description: 'The last four characters of the key.', examples: ['x9Qa'] }),
  scopes,
  guild_id: nullable(
    SnowflakeOut({ examples: ['1100000000000000001'] }),
    'The one guild that it opens; null: all of them.',
  ),
  created_by: SnowflakeStringOut({ examples: ['1100000000000000101'] }),
  created_at: instant('When it was made.'),
  expires_at: nullable(Type.String({ format: 'date-time' }), 'Null: never.'),
  last_used_at: nullable(Type.String({ format: 'date-time' }), 'To a minute; null while it was not used.'),
})
export const ApiKeyList = Type.Array(ApiKeyOut, {
  description: 'Newest first, without those that were revoked or have expired.',
})
export const ApiKeyMade = Type.Object({
  ...ApiKeyOut.properties,
  key: nullable(
    Type.String({ examples: ['alphapy_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYng'] }),
    'The key, shown this once: only its hash is stored. Null where an Idempotency-Key brings the answer again.',
  ),
})
const keyId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'Its `id`.' })
export const GuildPath = Type.Object({
  guild_id: SnowflakeIn<GuildId>({ description: 'A guild that you administer.' }),
})
export const KeyPath = Type.Object({ key_id: keyId })
export const GuildKeyPath = Type.Object({ ...GuildPath.properties, key_id: keyId })

export type Me = Static<typeof Me>
export type Token = Static<typeof Token>
export type ApiKeyInput = Static<typeof ApiKeyInput>
export type ApiKeyOut = Static<typeof ApiKeyOut>
export type ApiKeyMade = Static<typeof ApiKeyMade>

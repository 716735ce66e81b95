/** Schemas that Discord's description has only inline, gets wrong, or (OAuth2's token endpoint) leaves out. */
import * as z from 'zod/mini'

const snowflake = z.string().check(z.regex(/^\d+$/))

/**
 * Nested codes are words, which the published description has as integers
 * (https://docs.discord.com/developers/reference#error-messages).
 */
const nestedErrors: z.ZodMiniType = z.record(
  z.string(),
  z.union([z.array(z.strictObject({ code: z.string(), message: z.string() })), z.lazy(() => nestedErrors)]),
)

const client = { client_id: z.optional(snowflake), client_secret: z.optional(z.string()) }

/** By the names `operations.ts` uses. */
export const SUPPLEMENT: Readonly<Record<string, z.core.$ZodType>> = {
  ApiErrorSchema: z.strictObject({ code: z.int(), message: z.string(), errors: z.optional(nestedErrors) }),
  RateLimitedSchema: z.strictObject({
    message: z.string(),
    retry_after: z.number().check(z.minimum(0)),
    global: z.boolean(),
    code: z.optional(z.int()),
  }),
  EmptyObjectSchema: z.strictObject({}),
  BulkDeleteRequestSchema: z.object({ messages: z.array(snowflake).check(z.minLength(2), z.maxLength(100)) }),
  OverwritePutRequestSchema: z.object({
    type: z.nullish(z.literal([0, 1])),
    allow: z.nullish(z.number()),
    deny: z.nullish(z.number()),
  }),
  ChannelPositionRequestSchema: z.object({
    id: z.nullish(snowflake),
    position: z.nullish(z.int32()),
    parent_id: z.nullish(snowflake),
    lock_permissions: z.nullish(z.boolean()),
  }),
  WebhookCreateRequestSchema: z.object({
    name: z.string().check(z.minLength(1), z.maxLength(80)),
    avatar: z.nullish(z.string()),
  }),
  WebhookPatchRequestSchema: z.object({
    name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
    avatar: z.nullish(z.string()),
    channel_id: z.nullish(snowflake),
  }),
  WebhookTokenPatchRequestSchema: z.object({
    name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
    avatar: z.nullish(z.string()),
  }),
  CurrentMemberPatchRequestSchema: z.object({
    nick: z.nullish(z.string().check(z.maxLength(32))),
    avatar: z.nullish(z.string()),
    bio: z.nullish(z.string()),
    banner: z.nullish(z.string()),
  }),
  MemberPatchRequestSchema: z.object({
    nick: z.nullish(z.string().check(z.maxLength(32))),
    roles: z.nullish(z.array(z.nullable(snowflake))),
    mute: z.nullish(z.boolean()),
    deaf: z.nullish(z.boolean()),
    channel_id: z.nullish(snowflake),
    communication_disabled_until: z.nullish(z.iso.datetime({ offset: true })),
    flags: z.nullish(z.int()),
  }),
  CommandPermissionsPutRequestSchema: z.object({
    permissions: z.nullish(
      z.array(z.object({ id: snowflake, type: z.literal([1, 2, 3]), permission: z.boolean() })).check(z.maxLength(100)),
    ),
  }),
  RoleMemberCountsSchema: z.record(z.string(), z.int()),
  /** https://docs.discord.com/developers/topics/oauth2#authorization-code-grant */
  TokenRequestSchema: z.union([
    z.object({
      ...client,
      grant_type: z.literal('authorization_code'),
      code: z.string(),
      redirect_uri: z.url(),
      code_verifier: z.optional(z.string().check(z.regex(/^[A-Za-z0-9._~-]{43,128}$/))),
    }),
    z.object({ ...client, grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
  ]),
  TokenAnswerSchema: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    refresh_token: z.string(),
    scope: z.string(),
  }),
  RevokeRequestSchema: z.object({ ...client, token: z.string(), token_type_hint: z.optional(z.string()) }),
  /** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
  OAuthErrorSchema: z.strictObject({ error: z.string(), error_description: z.optional(z.string()) }),
}

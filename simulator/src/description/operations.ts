/**
 * Which request and answer schema of Discord's API description belongs to which operation, for the operations the
 * simulator implements. The npm package has the schemas and the paths but not what joins them.
 */

/** Names of schemas joined by `|` (any of them), with `[]` behind for a list of them; `''` for no body. */
type SchemaExpression = string

/** One method on one path template. */
export interface Operation {
  readonly query?: string
  readonly body?: SchemaExpression
  /** Keys discord.js sends although the description does not have them. */
  readonly extras?: string
  readonly answers: Readonly<Record<number, SchemaExpression>>
}

const NOTHING = { 204: '' }
const CHANNEL = 'GuildChannelResponse|PrivateChannelResponse|PrivateGroupChannelResponse|ThreadResponse'
const INVITE = 'FriendInviteResponse|GroupDMInviteResponse|GuildInviteResponse'
const WEBHOOK = 'ApplicationIncomingWebhookResponse|ChannelFollowerWebhookResponse|GuildIncomingWebhookResponse'
const CHANNEL_PATCH =
  'UpdateDMRequestPartial|UpdateGroupDMRequestPartial|UpdateGuildChannelRequestPartial|UpdateThreadRequestPartial'
const CALLBACK =
  'ApplicationCommandAutocompleteCallbackRequest|CreateMessageInteractionCallbackRequest|ModalInteractionCallbackRequest|PongInteractionCallbackRequest|UpdateMessageInteractionCallbackRequest'

/** Keyed by method and path template, as the description writes them. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /applications/@me': { answers: { 200: 'PrivateApplicationResponse' } },
  'PATCH /applications/@me': { body: 'ApplicationFormPartial', answers: { 200: 'PrivateApplicationResponse' } },
  'GET /applications/{application_id}/commands': {
    query: 'with_localizations',
    answers: { 200: 'ApplicationCommandResponse[]' },
  },
  'PUT /applications/{application_id}/commands': {
    body: 'ApplicationCommandUpdateRequest[]',
    answers: { 200: 'ApplicationCommandResponse[]' },
  },
  'POST /applications/{application_id}/commands': {
    body: 'ApplicationCommandCreateRequest',
    answers: { 200: 'ApplicationCommandResponse', 201: 'ApplicationCommandResponse' },
  },
  'GET /applications/{application_id}/commands/{command_id}': { answers: { 200: 'ApplicationCommandResponse' } },
  'DELETE /applications/{application_id}/commands/{command_id}': { answers: NOTHING },
  'PATCH /applications/{application_id}/commands/{command_id}': {
    body: 'ApplicationCommandPatchRequestPartial',
    answers: { 200: 'ApplicationCommandResponse' },
  },
  'GET /applications/{application_id}/emojis': { answers: { 200: 'ListApplicationEmojisResponse' } },
  'GET /applications/{application_id}/guilds/{guild_id}/commands': {
    query: 'with_localizations',
    answers: { 200: 'ApplicationCommandResponse[]' },
  },
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': {
    body: 'ApplicationCommandUpdateRequest[]',
    answers: { 200: 'ApplicationCommandResponse[]' },
  },
  'POST /applications/{application_id}/guilds/{guild_id}/commands': {
    body: 'ApplicationCommandCreateRequest',
    answers: { 200: 'ApplicationCommandResponse', 201: 'ApplicationCommandResponse' },
  },
  'GET /applications/{application_id}/guilds/{guild_id}/commands/permissions': {
    answers: { 200: 'CommandPermissionsResponse[]' },
  },
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': {
    answers: { 200: 'ApplicationCommandResponse' },
  },
  'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': { answers: NOTHING },
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': {
    body: 'ApplicationCommandPatchRequestPartial',
    answers: { 200: 'ApplicationCommandResponse' },
  },
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions': {
    answers: { 200: 'CommandPermissionsResponse' },
  },
  'PUT /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions': {
    body: 'CommandPermissionsPutRequest',
    answers: { 200: 'CommandPermissionsResponse' },
  },
  'GET /channels/{channel_id}': { answers: { 200: CHANNEL } },
  'DELETE /channels/{channel_id}': { answers: { 200: CHANNEL } },
  'PATCH /channels/{channel_id}': { body: CHANNEL_PATCH, answers: { 200: CHANNEL } },
  'GET /channels/{channel_id}/invites': { answers: { 200: `${INVITE}[]` } },
  'POST /channels/{channel_id}/invites': {
    body: 'CreateGroupDMInviteRequest|CreateGuildInviteRequest',
    answers: { 200: INVITE, 204: '' },
  },
  'GET /channels/{channel_id}/messages': { query: 'around before after limit', answers: { 200: 'MessageResponse[]' } },
  'POST /channels/{channel_id}/messages': { body: 'MessageCreateRequest', answers: { 200: 'MessageResponse' } },
  'POST /channels/{channel_id}/messages/bulk-delete': { body: 'BulkDeleteRequest', answers: NOTHING },
  'GET /channels/{channel_id}/messages/pins': { query: 'before limit', answers: { 200: 'PinnedMessagesResponse' } },
  'PUT /channels/{channel_id}/messages/pins/{message_id}': { answers: NOTHING },
  'DELETE /channels/{channel_id}/messages/pins/{message_id}': { answers: NOTHING },
  'GET /channels/{channel_id}/messages/{message_id}': { answers: { 200: 'MessageResponse' } },
  'DELETE /channels/{channel_id}/messages/{message_id}': { answers: NOTHING },
  'PATCH /channels/{channel_id}/messages/{message_id}': {
    body: 'MessageEditRequestPartial',
    extras: 'tts enforce_nonce username',
    answers: { 200: 'MessageResponse' },
  },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions': { answers: NOTHING },
  'GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}': {
    query: 'after limit type',
    answers: { 200: 'UserResponse[]' },
  },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}': { answers: NOTHING },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { answers: NOTHING },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { answers: NOTHING },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}': { answers: NOTHING },
  'POST /channels/{channel_id}/messages/{message_id}/threads': {
    body: 'CreateTextThreadWithMessageRequest',
    answers: { 201: 'ThreadResponse' },
    extras: 'type',
  },
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': {
    body: 'OverwritePutRequest',
    extras: 'id',
    answers: NOTHING,
  },
  'DELETE /channels/{channel_id}/permissions/{overwrite_id}': { answers: NOTHING },
  'GET /channels/{channel_id}/pins': { answers: { 200: 'MessageResponse[]' } },
  'PUT /channels/{channel_id}/pins/{message_id}': { answers: NOTHING },
  'DELETE /channels/{channel_id}/pins/{message_id}': { answers: NOTHING },
  'GET /channels/{channel_id}/thread-members': {
    query: 'with_member limit after',
    answers: { 200: 'ThreadMemberResponse[]' },
  },
  'PUT /channels/{channel_id}/thread-members/@me': { answers: NOTHING },
  'DELETE /channels/{channel_id}/thread-members/@me': { answers: NOTHING },
  'GET /channels/{channel_id}/thread-members/{user_id}': {
    query: 'with_member',
    answers: { 200: 'ThreadMemberResponse' },
  },
  'PUT /channels/{channel_id}/thread-members/{user_id}': { answers: NOTHING },
  'DELETE /channels/{channel_id}/thread-members/{user_id}': { answers: NOTHING },
  'POST /channels/{channel_id}/threads': {
    body: 'CreateForumThreadRequest|CreateTextThreadWithoutMessageRequest',
    answers: { 201: 'CreatedThreadResponse' },
  },
  'GET /channels/{channel_id}/threads/archived/private': { query: 'before limit', answers: { 200: 'ThreadsResponse' } },
  'GET /channels/{channel_id}/threads/archived/public': { query: 'before limit', answers: { 200: 'ThreadsResponse' } },
  'POST /channels/{channel_id}/typing': { answers: { 200: 'TypingIndicatorResponse', 204: '' } },
  'GET /channels/{channel_id}/users/@me/threads/archived/private': {
    query: 'before limit',
    answers: { 200: 'ThreadsResponse' },
  },
  'GET /channels/{channel_id}/webhooks': { answers: { 200: `${WEBHOOK}[]` } },
  'POST /channels/{channel_id}/webhooks': {
    body: 'WebhookCreateRequest',
    answers: { 200: 'GuildIncomingWebhookResponse' },
  },
  'GET /gateway': { answers: { 200: 'GatewayResponse' } },
  'GET /gateway/bot': { answers: { 200: 'GatewayBotResponse' } },
  'GET /guilds/{guild_id}': { query: 'with_counts', answers: { 200: 'GuildWithCountsResponse' } },
  'PATCH /guilds/{guild_id}': { body: 'GuildPatchRequestPartial', answers: { 200: 'GuildResponse' }, extras: 'reason' },
  'GET /guilds/{guild_id}/vanity-url': { answers: { 200: 'VanityURLResponse' } },
  'GET /guilds/{guild_id}/audit-logs': {
    query: 'user_id target_id action_type before after limit',
    answers: { 200: 'GuildAuditLogResponse' },
  },
  'GET /guilds/{guild_id}/bans': { query: 'limit before after', answers: { 200: 'GuildBanResponse[]' } },
  'GET /guilds/{guild_id}/bans/{user_id}': { answers: { 200: 'GuildBanResponse' } },
  'PUT /guilds/{guild_id}/bans/{user_id}': { body: 'BanUserFromGuildRequest', answers: NOTHING },
  'DELETE /guilds/{guild_id}/bans/{user_id}': { body: 'UnbanUserFromGuildRequest', answers: NOTHING },
  'GET /guilds/{guild_id}/channels': { answers: { 200: `${CHANNEL}[]` } },
  'POST /guilds/{guild_id}/channels': { body: 'CreateGuildChannelRequest', answers: { 201: 'GuildChannelResponse' } },
  'PATCH /guilds/{guild_id}/channels': { body: 'ChannelPositionRequest[]', answers: NOTHING },
  'GET /guilds/{guild_id}/invites': { answers: { 200: `${INVITE}[]` } },
  'GET /guilds/{guild_id}/members': { query: 'limit after', answers: { 200: 'GuildMemberResponse[]' } },
  'PATCH /guilds/{guild_id}/members/@me': {
    body: 'CurrentMemberPatchRequest',
    answers: { 200: 'PrivateGuildMemberResponse' },
  },
  'GET /guilds/{guild_id}/members/search': { query: 'limit query', answers: { 200: 'GuildMemberResponse[]' } },
  'GET /guilds/{guild_id}/members/{user_id}': { answers: { 200: 'GuildMemberResponse' } },
  'PUT /guilds/{guild_id}/members/{user_id}': {
    body: 'BotAddGuildMemberRequest',
    answers: { 201: 'GuildMemberResponse', 204: '' },
  },
  'DELETE /guilds/{guild_id}/members/{user_id}': { answers: NOTHING },
  'PATCH /guilds/{guild_id}/members/{user_id}': {
    body: 'MemberPatchRequest',
    extras: 'communicationDisabledUntil',
    answers: { 200: 'GuildMemberResponse', 204: '' },
  },
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': { answers: NOTHING },
  'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': { answers: NOTHING },
  'GET /guilds/{guild_id}/prune': { query: 'days include_roles', answers: { 200: 'GuildPruneResponse' } },
  'POST /guilds/{guild_id}/prune': { body: 'PruneGuildRequest', answers: { 200: 'GuildPruneResponse' } },
  'GET /guilds/{guild_id}/roles': { answers: { 200: 'GuildRoleResponse[]' } },
  'POST /guilds/{guild_id}/roles': { body: 'CreateRoleRequest', answers: { 200: 'GuildRoleResponse' } },
  'PATCH /guilds/{guild_id}/roles': { body: 'UpdateRolePositionsRequest[]', answers: { 200: 'GuildRoleResponse[]' } },
  'GET /guilds/{guild_id}/roles/member-counts': { answers: { 200: 'RoleMemberCounts' } },
  'GET /guilds/{guild_id}/roles/{role_id}': { answers: { 200: 'GuildRoleResponse' } },
  'DELETE /guilds/{guild_id}/roles/{role_id}': { answers: NOTHING },
  'PATCH /guilds/{guild_id}/roles/{role_id}': {
    body: 'UpdateRoleRequestPartial',
    answers: { 200: 'GuildRoleResponse' },
  },
  'GET /guilds/{guild_id}/threads/active': { answers: { 200: 'ThreadsResponse' } },
  'GET /guilds/{guild_id}/webhooks': { answers: { 200: `${WEBHOOK}[]` } },
  'POST /interactions/{interaction_id}/{interaction_token}/callback': {
    query: 'with_response',
    body: CALLBACK,
    extras: 'tts enforce_nonce username',
    answers: { 200: 'InteractionCallbackResponse', 204: '' },
  },
  'GET /invites/{code}': {
    query: 'with_counts guild_scheduled_event_id target_channel_id target_message_id',
    answers: { 200: INVITE },
  },
  'DELETE /invites/{code}': { answers: { 200: INVITE } },
  'GET /oauth2/@me': { answers: { 200: 'OAuth2GetAuthorizationResponse' } },
  'GET /oauth2/applications/@me': { answers: { 200: 'PrivateApplicationResponse' } },
  'POST /oauth2/token': { body: 'TokenRequest', answers: { 200: 'TokenAnswer' } },
  'POST /oauth2/token/revoke': { body: 'RevokeRequest', answers: { 200: 'EmptyObject' } },
  'GET /users/@me': { answers: { 200: 'UserPIIResponse' } },
  'PATCH /users/@me': { body: 'BotAccountPatchRequest', answers: { 200: 'UserPIIResponse' } },
  'POST /users/@me/channels': {
    body: 'CreatePrivateChannelRequest',
    answers: { 200: 'PrivateChannelResponse|PrivateGroupChannelResponse' },
  },
  'GET /users/@me/guilds': { query: 'before after limit shard with_counts', answers: { 200: 'MyGuildResponse[]' } },
  'DELETE /users/@me/guilds/{guild_id}': { answers: NOTHING },
  'GET /users/{user_id}': { answers: { 200: 'UserResponse' } },
  'GET /webhooks/{webhook_id}': { answers: { 200: WEBHOOK } },
  'DELETE /webhooks/{webhook_id}': { answers: NOTHING },
  'PATCH /webhooks/{webhook_id}': { body: 'WebhookPatchRequest', answers: { 200: WEBHOOK } },
  'GET /webhooks/{webhook_id}/{webhook_token}': { answers: { 200: WEBHOOK } },
  'POST /webhooks/{webhook_id}/{webhook_token}': {
    query: 'wait thread_id with_components',
    body: 'IncomingWebhookRequestPartial|IncomingWebhookUpdateRequestPartial',
    extras: 'enforce_nonce',
    answers: { 200: 'MessageResponse', 204: '' },
  },
  'DELETE /webhooks/{webhook_id}/{webhook_token}': { answers: NOTHING },
  'PATCH /webhooks/{webhook_id}/{webhook_token}': { body: 'WebhookTokenPatchRequest', answers: { 200: WEBHOOK } },
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': {
    query: 'thread_id',
    answers: { 200: 'MessageResponse' },
  },
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original': { query: 'thread_id', answers: NOTHING },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': {
    query: 'thread_id with_components',
    body: 'IncomingWebhookUpdateRequestPartial',
    extras: 'tts enforce_nonce username',
    answers: { 200: 'MessageResponse' },
  },
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': {
    query: 'thread_id',
    answers: { 200: 'MessageResponse' },
  },
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': { query: 'thread_id', answers: NOTHING },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': {
    query: 'thread_id with_components',
    body: 'IncomingWebhookUpdateRequestPartial',
    extras: 'tts enforce_nonce username',
    answers: { 200: 'MessageResponse' },
  },
}

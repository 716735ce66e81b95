/** Where the gateway is, and who the bot is. */
import { Fields } from '../../fields.ts'
import type { GatewayServer } from '../../gateway/server.ts'
import { guildFor, userOf } from '../../state/access.ts'
import { openDirectChannel } from '../../state/direct-messages.ts'
import { removeMember } from '../../state/members.ts'
import { guildsOf } from '../../state/own-guilds.ts'
import { applicationView, channelView, ownUserView, userView } from '../../state/views.ts'
import { nothing, ok, type Routes } from '../router.ts'

const STARTS_A_DAY = 1000

export function gatewayRoutes(gateway: GatewayServer, shards: number): Routes {
  return {
    'GET /gateway/bot': () =>
      ok({
        url: gateway.url,
        shards,
        session_start_limit: {
          total: STARTS_A_DAY,
          remaining: Math.max(0, STARTS_A_DAY - gateway.identifies),
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
  }
}

export function openGatewayRoutes(gateway: GatewayServer): Routes {
  return { 'GET /gateway': () => ok({ url: gateway.url }) }
}

export const applicationRoutes: Routes = {
  'GET /applications/@me': ({ world }) => ok(applicationView(world)),
  'GET /oauth2/applications/@me': ({ world }) => ok(applicationView(world)),
  'PATCH /applications/@me': ({ world, body }) => {
    const { application } = world.state
    application.description = Fields.of(body).textOrNull('description', { max: 400 }) ?? application.description
    return ok(applicationView(world))
  },
  'GET /applications/{application_id}/emojis': () => ok({ items: [] }),
  'GET /users/@me': ({ world }) => ok(ownUserView(world)),
  'PATCH /users/@me': ({ world, body, actorId }) => {
    const user = userOf(world, actorId)
    user.username = Fields.of(body).text('username', { min: 2, max: 32 }) ?? user.username
    return ok(ownUserView(world))
  },
  'GET /users/{user_id}': ({ world, param }) => ok(userView(userOf(world, param('user_id')))),
  'GET /users/@me/guilds': ({ world, actorId, query }) => ok(guildsOf(world, actorId, query)),
  'DELETE /users/@me/guilds/{guild_id}': ({ world, param, actorId }) => {
    removeMember(world, guildFor(world, actorId, param('guild_id')), actorId)
    return nothing
  },
  'POST /users/@me/channels': ({ world, body, actorId }) => {
    const fields = Fields.of(body)
    const recipientId = fields.required('recipient_id', fields.snowflake('recipient_id'))
    userOf(world, actorId)
    return ok(channelView(world, openDirectChannel(world, recipientId)))
  },
}

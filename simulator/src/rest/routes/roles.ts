/** Roles of a guild. */
import { Fields } from '../../fields.ts'
import { guildFor, roleOf } from '../../state/access.ts'
import { createRole, deleteRole, editRole, lowestFirst, moveRoles, type RoleChange } from '../../state/roles.ts'
import { roleView } from '../../state/views.ts'
import { actorOf } from '../call.ts'
import { nothing, ok, type Routes } from '../router.ts'

const ROLES = '/guilds/{guild_id}/roles'
const MOST_COLOR = 0xffffff

export const roleRoutes: Routes = {
  [`GET ${ROLES}`]: ({ world, actorId, param }) =>
    ok(lowestFirst(guildFor(world, actorId, param('guild_id'))).map(roleView)),
  [`GET ${ROLES}/{role_id}`]: ({ world, actorId, param }) =>
    ok(roleView(roleOf(guildFor(world, actorId, param('guild_id')), param('role_id')))),
  [`GET ${ROLES}/member-counts`]: ({ world, actorId, param }) => {
    const guild = guildFor(world, actorId, param('guild_id'))
    const counts = new Map([...guild.roles.keys()].filter((id) => id !== guild.id).map((id) => [id, 0]))
    for (const { roles } of guild.members.values()) for (const id of roles) counts.set(id, (counts.get(id) ?? 0) + 1)
    return ok(Object.fromEntries(counts))
  },
  [`POST ${ROLES}`]: (call) => {
    const change = roleChange(Fields.of(call.body ?? {}))
    return ok(roleView(createRole(call.world, actorOf(call), call.param('guild_id'), change)))
  },
  [`PATCH ${ROLES}`]: (call) => {
    const moves = (new Fields({ roles: call.body ?? null }).objects('roles') ?? []).flatMap((fields) => {
      const position = fields.integer('position', { min: 0 })
      return position === undefined ? [] : [{ id: fields.required('id', fields.snowflake('id')), position }]
    })
    return ok(moveRoles(call.world, actorOf(call), call.param('guild_id'), moves).map(roleView))
  },
  [`PATCH ${ROLES}/{role_id}`]: (call) => {
    const change = roleChange(Fields.of(call.body))
    return ok(roleView(editRole(call.world, actorOf(call), call.param('guild_id'), call.param('role_id'), change)))
  },
  [`DELETE ${ROLES}/{role_id}`]: (call) => {
    deleteRole(call.world, actorOf(call), call.param('guild_id'), call.param('role_id'))
    return nothing
  },
}

/** `color` is the older way to say `colors.primary_color`. */
function roleChange(fields: Fields): RoleChange {
  const name = fields.text('name', { min: 1, max: 100 })
  const permissions = fields.bits('permissions')
  const limits = { min: 0, max: MOST_COLOR }
  const color = fields.object('colors')?.integer('primary_color', limits) ?? fields.integer('color', limits)
  const hoist = fields.boolean('hoist')
  const mentionable = fields.boolean('mentionable')
  return {
    ...(name === undefined ? {} : { name }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(color === undefined ? {} : { color }),
    ...(hoist === undefined ? {} : { hoist }),
    ...(mentionable === undefined ? {} : { mentionable }),
  }
}

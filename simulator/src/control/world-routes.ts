/** What anybody may look at, the clock, and the state as a whole. */
import type { State } from '../state/state.ts'
import { stateFrom, stateText } from '../storage.ts'
import type { ControlCall, ControlRoutes } from './control-call.ts'
import { ControlError } from './control-error.ts'

export const worldRoutes: ControlRoutes = {
  'GET /sim': () => ({
    look: ['GET /sim/people', 'GET /sim/channels', 'GET /sim/people/:person/{messages,dms,commands}'],
    act: 'POST /sim/people/:person/{slash,autocomplete,menu,click,select,submit,say,whisper,react,unreact,join,leave}',
    break: ['POST /sim/faults', 'DELETE /sim/faults', 'POST /sim/gateway', 'POST /sim/gateway/next'],
    time: ['GET /sim/clock', 'POST /sim/clock'],
    keep: ['GET /sim/state', 'PUT /sim/state'],
  }),
  'GET /sim/people': ({ simulator: { state } }) =>
    [...state.users.values()]
      .filter(({ bot }) => !bot)
      .map(({ id, username, global_name }) => ({ id, username, name: global_name, guilds: membershipsOf(state, id) })),
  'GET /sim/channels': ({ simulator: { state } }) =>
    [...state.channels.values()].map(({ id, name, type, guild_id, parent_id, topic }) => {
      const guild = guild_id === null ? undefined : state.guilds.get(guild_id)
      return { id, name, type, guild_id, guild: guild?.name ?? null, parent_id, topic }
    }),
  'GET /sim/clock': clock,
  'POST /sim/clock': (call) => {
    const ms = call.optionalNumber('advance_ms') ?? Number.NaN
    if (!(ms >= 0)) throw new ControlError(400, '"advance_ms" must be a number of milliseconds, 0 or more.')
    call.simulator.clock.advance(ms)
    return clock(call)
  },
  'GET /sim/state': ({ simulator: { state } }) => JSON.parse(stateText(state)),
  'PUT /sim/state': ({ simulator, body }) => {
    replace(simulator.state, stateFrom(body, 'The body'))
    // Whoever is connected knows another community: only a new IDENTIFY tells them of this one.
    simulator.gateway.invalidateSession(false)
    simulator.world.changed()
  },
}

function clock({ simulator }: ControlCall) {
  return { now: new Date(simulator.clock.now()).toISOString(), frozen: simulator.clock.frozen }
}

function membershipsOf(state: State, userId: string) {
  return [...state.guilds.values()].flatMap((guild) => {
    const member = guild.members.get(userId)
    if (!member) return []
    const roles = member.roles.map((id) => guild.roles.get(id)?.name ?? id)
    return [{ id: guild.id, name: guild.name, owner: guild.owner_id === userId, roles }]
  })
}

function replace(target: State, source: State): void {
  if (source.application.id !== target.application.id) {
    throw new ControlError(
      409,
      `The state belongs to application ${source.application.id}, not ${target.application.id}.`,
    )
  }
  Object.assign(target, source)
}

/** What goes wrong on purpose: REST requests, the gateway's connections, and single gateway events. */
import type { Fault } from '../faults.ts'
import type { ControlCall, ControlRoutes } from './control-call.ts'
import { ControlError } from './control-error.ts'

const WORDS = ['hang', 'drop', 'hang_after', 'drop_after'] as const
const STATUSES = [429, 500, 502, 503] as const

type GatewayAct = (call: ControlCall) => void

const GATEWAY: Readonly<Record<string, GatewayAct>> = {
  reconnect: ({ simulator }) => simulator.gateway.reconnect(),
  invalidate: (call) => call.simulator.gateway.invalidateSession(call.field('resumable') === true),
  close: (call) => call.simulator.gateway.close(call.optionalNumber('code') ?? 4000),
  terminate: ({ simulator }) => simulator.gateway.terminate(),
  heartbeat: ({ simulator }) => simulator.gateway.requestHeartbeat(),
  drop_acks: ({ simulator }) => simulator.gateway.dropAcks(),
  resume_acks: ({ simulator }) => simulator.gateway.resumeAcks(),
  outage: (call) => call.simulator.gateway.guildOutage(call.text('guild')),
  return: (call) => call.simulator.gateway.guildReturn(call.text('guild')),
}

const EVENTS: Readonly<Record<string, GatewayAct>> = {
  delay: (call) => call.simulator.gateway.faults.delayNext(call.text('event'), call.optionalNumber('ms') ?? 1000),
  duplicate: (call) => call.simulator.gateway.faults.duplicateNext(call.text('event')),
  swap: (call) => call.simulator.gateway.faults.swapNext(call.text('event')),
  drop: (call) => call.simulator.gateway.faults.dropNext(call.text('event')),
}

export const faultRoutes: ControlRoutes = {
  'GET /sim/faults': ({ simulator }) => ({ struck: simulator.faults.struck }),
  'POST /sim/faults': (call) => {
    const rule = { method: call.optionalText('method'), path: call.optionalText('path') }
    const options = {
      times: call.optionalNumber('times'),
      probability: call.optionalNumber('probability'),
      seed: call.optionalNumber('seed'),
      retryAfter: call.optionalNumber('retry_after'),
    }
    call.simulator.faults.on(given(rule), faultOf(call.field('fault')), given(options))
  },
  'DELETE /sim/faults': ({ simulator }) => simulator.faults.clear(),
  'POST /sim/gateway': (call) => chosen(GATEWAY, 'act', call)(call),
  'POST /sim/gateway/next': (call) => chosen(EVENTS, 'fault', call)(call),
}

function chosen(acts: Readonly<Record<string, GatewayAct>>, name: string, call: ControlCall): GatewayAct {
  const act = acts[call.text(name)]
  if (act) return act
  throw new ControlError(400, `"${name}" must be one of: ${Object.keys(acts).join(', ')}.`)
}

function faultOf(value: unknown): Fault {
  const word = WORDS.find((one) => one === value)
  if (word) return word
  const status = STATUSES.find((one) => one === value)
  if (status) return { status }
  throw new ControlError(400, `"fault" must be one of: ${[...STATUSES, ...WORDS].join(', ')}.`)
}

/** Without what was left out, where undefined would count as given. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}

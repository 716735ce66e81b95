/**
 * Thirteen rules that Discord's documentation states (or everybody knows) and its API description does not hold.
 * They cost nothing to load: the REST routes answer by them always, `check.ts` reports them as violations as well.
 */
import { DiscordError } from '../discord-error.ts'
import { isObject } from '../fields.ts'
import type { Json, JsonObject } from '../state/model.ts'
import { commandRules } from './command-rules.ts'
import { type MessageKind, messageRules, modalRules } from './message-rules.ts'

/** Where in the body, as keys and indexes. */
export type BodyPath = readonly (string | number)[]

/** One rule a body breaks. */
export interface BrokenRule {
  readonly rule: string
  readonly path: BodyPath
  /** Discord's own word for it, as in the `_errors` of 50035. */
  readonly code: string
  readonly message: string
  /** Where the rule is written. */
  readonly source: string
}

/** What the rules cannot see in the body. */
export interface RuleContext {
  readonly nowMs?: number
  /** Uploads beside `payload_json`. */
  readonly files?: number
  /** Of the message that is edited. */
  readonly flags?: number
}

type Rules = (body: JsonObject, context: RuleContext) => BrokenRule[]

const LONGEST_TIME_OUT_MS = 28 * 24 * 60 * 60 * 1000

const create = messageOf('new')
const edit = messageOf('edit')
const commands: Rules = (body) => commandRules(body, [])
const changedCommand: Rules = (body) => commandRules(body, [], { partial: true })

const RULES: Readonly<Record<string, Rules>> = {
  'POST /channels/{channel_id}/messages': create,
  'PATCH /channels/{channel_id}/messages/{message_id}': edit,
  'POST /webhooks/{webhook_id}/{webhook_token}': create,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': edit,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': edit,
  'POST /interactions/{interaction_id}/{interaction_token}/callback': callback,
  'POST /applications/{application_id}/commands': commands,
  'PATCH /applications/{application_id}/commands/{command_id}': changedCommand,
  'POST /applications/{application_id}/guilds/{guild_id}/commands': commands,
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': changedCommand,
  'PATCH /guilds/{guild_id}/members/{user_id}': timeOut,
}

/** What is wrong with a body by the hand rules, for an operation as `operations.ts` names it. */
export function brokenRules(operation: string, body: unknown, context: RuleContext = {}): BrokenRule[] {
  const json = body as Json | undefined
  if (Array.isArray(json) && operation.endsWith('/commands')) {
    return json.flatMap((command, i) => (isObject(command) ? commandRules(command, [i]) : []))
  }
  return isObject(json) ? (RULES[operation]?.(json, context) ?? []) : []
}

/** Answers as Discord does when a rule is broken: 50006 for an empty message, 50035 with every field otherwise. */
export function refuseBroken(operation: string, body: unknown, context: RuleContext = {}): void {
  const broken = brokenRules(operation, body, context)
  if (broken.length === 0) return
  if (broken.some(({ rule }) => rule === 'empty message')) throw new DiscordError(50006)
  const errors: JsonObject = {}
  for (const { path, code, message } of broken) addError(errors, path, { code, message })
  throw new DiscordError(50035, errors)
}

function addError(errors: JsonObject, path: BodyPath, error: JsonObject): void {
  let leaf = errors
  for (const step of path) {
    const inner = leaf[step]
    const next = isObject(inner) ? inner : {}
    leaf[step] = next
    leaf = next
  }
  const { _errors: others } = leaf
  leaf._errors = [...(Array.isArray(others) ? others : []), error]
}

function messageOf(kind: MessageKind): Rules {
  return (body, context) => messageRules(body, [], kind, context)
}

function callback(body: JsonObject, context: RuleContext): BrokenRule[] {
  const { type, data } = body
  if (!isObject(data)) return type === 4 ? messageRules({}, ['data'], 'new', context) : []
  if (type === 4) return messageRules(data, ['data'], 'new', context)
  if (type === 7) return messageRules(data, ['data'], 'edit', context)
  return type === 9 ? modalRules(data, ['data']) : []
}

function timeOut(body: JsonObject, { nowMs }: RuleContext): BrokenRule[] {
  const { communication_disabled_until: until } = body
  if (typeof until !== 'string' || nowMs === undefined) return []
  // What is no instant at all is refused by the route.
  if (!(Date.parse(until) - nowMs > LONGEST_TIME_OUT_MS)) return []
  return [
    {
      rule: 'time-out length',
      path: ['communication_disabled_until'],
      code: 'INVALID_COMMUNICATION_DISABLED_TIMESTAMP',
      message: 'Must be at most 28 days in the future.',
      source: 'https://docs.discord.com/developers/resources/guild#modify-guild-member',
    },
  ]
}

import assert from 'node:assert/strict'
import { subscribe } from 'node:diagnostics_channel'
import { describe, mock, test } from 'node:test'
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { DummyDriver } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import type { Command } from '../platform/discord/commands.ts'
import type { Invocation } from '../platform/discord/invocation.ts'
import { invocation } from '../testing/invocation.ts'
import { unstarted } from './unstarted.ts'

/** Every command and every handler of buttons, selects and forms. One that refuses nobody and is on no list fails. */

const EVERYBODYS_COMMANDS = [
  'add_reminder',
  'ask',
  'commands',
  // For staff, which the commands that change something ask themselves: its roles are a setting.
  'faq add',
  'faq delete',
  'faq edit',
  'faq history',
  'faq list',
  'faq reload',
  'faq search',
  'faq synonyms add',
  'faq synonyms list',
  'faq synonyms remove',
  'faq todo',
  'faq view',
  'gptstatus',
  'health',
  'inviteleaderboard',
  'invites',
  'my_data consent',
  'my_data delete',
  'my_data export',
  'release',
  'reminder_delete',
  'reminder_edit',
  'reminder_list',
  // Of the staff, who are no permission of Discord; they ask for its roles themselves.
  'ticket_autoclose exclude',
  'ticket_autoclose include',
  'ticket_duty off',
  'ticket_duty on',
  'ticket_stats',
  'ticket_add',
  'ticket_assign',
  'ticket_close',
  'ticket_close_request',
  'ticket_note',
  'ticket_remove',
  'ticket_status',
  'ticket_transfer',
  'ticket',
  'ticket_transcript',
  'version',
]

/** Handlers that ask for no permission, and why that is right. */
const EVERYBODYS_HANDLERS: Readonly<Record<string, string>> = {
  'desk_assistant:change': 'of the staff of the ticket: the desk asks',
  'desk_assistant:draft': 'the same',
  'desk_assistant:edit': 'of whoever had it drafted',
  'desk_assistant:entry': 'of the staff of the ticket: the desk asks',
  'desk_assistant:publish': 'the same',
  'desk_assistant:rewrite': 'the same',
  'desk_assistant:rewritten': 'the same',
  'desk_assistant:send': 'the same',
  'about:commands': 'lists what the reader may use',
  'channel_tools:keep': 'does nothing',
  'embedwatcher:cancel': 'for whoever announced it and those who manage the guild, which it asks itself',
  'embedwatcher:edit': 'the same',
  'embedwatcher:edit_form': 'the same',
  'embedwatcher:ignore': 'the same',
  'embedwatcher:make': 'the same',
  'faq:added': 'for staff, which it asks itself: its roles are a setting',
  'faq:delete': 'the same',
  'faq:dismiss': 'the same',
  'faq:edit': 'the same',
  'faq:edited': 'the same',
  'faq:keep': 'does nothing',
  'faq:next': 'the list is for everybody',
  'faq:previous': 'the list is for everybody',
  'faq:publish': 'for staff, which it asks itself: its roles are a setting',
  'faq:read': 'answers are for everybody',
  'faq:restore': 'for staff, which it asks itself: its roles are a setting',
  'faq:version': 'the same',
  'faq:write': 'the same',
  'gdpr:agree': 'speaks for whoever presses',
  'gdpr:withdraw': 'speaks for whoever presses',
  'gdpr:erase': 'of whoever asked alone, about themselves',
  'gdpr:erase_no': 'the same',
  'gdpr:erase_yes': 'the same',
  'gpt:ask_again': 'of whoever asked alone, which it asks itself',
  'invites:next': 'the board is for everybody',
  'invites:previous': 'the board is for everybody',
  'onboarding:accept': 'the own way of whoever presses',
  'onboarding:again': 'the same',
  'onboarding:back': 'the same',
  'onboarding:change': 'the same',
  'onboarding:choose': 'the same',
  'onboarding:confirm': 'the same',
  'onboarding:keep': 'the same',
  'onboarding:skip': 'the same',
  'onboarding:start': 'the same',
  'onboarding:write': 'the same',
  'onboarding:written': 'the same',
  'reminders:delete': 'of the owner of the reminder, or an admin',
  'reminders:discard': 'of whoever was shown the reminder',
  'reminders:done': 'of the owner of the reminder',
  'reminders:edit': 'of the owner of the reminder, or an admin',
  'reminders:keep': 'does nothing',
  'reminders:list': 'lists what the reader may see',
  'reminders:save': 'of whoever was shown the reminder',
  'reminders:snooze_10m': 'of the owner of the reminder',
  'reminders:snooze_1h': 'of the owner of the reminder',
  'reminders:snooze_tomorrow': 'of the owner of the reminder',
  'tickets:auto_close': 'of the staff of the ticket, which it asks itself',
  'tickets:rate': 'of whoever opened the ticket',
  'tickets:rate_form': 'the same',
  'tickets:stats': 'of the staff of tickets, which it asks itself',
  'tickets:stay': 'of whoever opened the ticket and its staff',
  'tickets:why': 'tells a rule to whoever sees the ticket',
  'tickets:agree': 'of the member of the ticket, or its staff, whom roles make it: the desk asks',
  'tickets:archive': 'of the staff of the ticket: the desk asks',
  'tickets:ask_close': 'the same',
  'tickets:assign': 'the same',
  'tickets:claim': 'the same',
  'tickets:close': 'of the member of the ticket, or its staff: the desk asks',
  'tickets:close_form': 'the same',
  'tickets:deescalate': 'of the staff of the ticket: the desk asks',
  'tickets:escalate': 'the same',
  'tickets:keep': 'of the member of the ticket, or its staff: the desk asks',
  'tickets:labels': 'of the staff of the ticket: the desk asks',
  'tickets:more': 'the same',
  'tickets:note': 'the same',
  'tickets:note_add': 'the same',
  'tickets:note_delete': 'the same',
  'tickets:note_edit': 'the same',
  'tickets:note_edit_form': 'the same',
  'tickets:note_form': 'the same',
  'tickets:notes': 'the same',
  'tickets:priority': 'the same',
  'tickets:reopen': 'of the member of the ticket, or its staff: the desk asks',
  'tickets:resume': 'of the staff of the ticket: the desk asks',
  'tickets:transfer': 'the same',
  'tickets:unclaim': 'the same',
  'tickets:wait': 'the same',
  'tickets:fill': 'of whoever wrote it, which is looked up by whoever presses',
  'tickets:filled': 'the same',
  'tickets:form': 'opens a ticket of whoever sends it, within the limits of the panel',
  'tickets:go': 'of whoever wrote it, which is looked up by whoever presses',
  'tickets:open': 'opens a form',
  'tickets:pick': 'opens a form',
  'tickets:solved': 'of whoever wrote it, which is looked up by whoever presses',
}

/** What works only where the bot has permissions that other things do not need. */
const OF_AN_ABLE_BOT = ['/clean', '/debug_parse_embed', 'button channel_tools:clean']

const SNOWFLAKE = '1100000000000000104'
const { ViewChannel, SendMessages, Administrator } = PermissionFlagsBits

const BY_MEMBER = invocation(ViewChannel | SendMessages, Administrator)
const BY_ADMIN_OF_UNABLE_BOT = invocation(Administrator, 0n)

interface Door {
  readonly name: string
  open(by: Invocation): Promise<unknown>
}

const branch = ({ type }: { readonly type: ApplicationCommandOptionType }) =>
  type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup

/** Something for every option that must be given. */
function given({ type, name }: APIApplicationCommandOption): APIApplicationCommandInteractionDataBasicOption {
  if (type === ApplicationCommandOptionType.String) return { type, name, value: '1' }
  if (type === ApplicationCommandOptionType.Integer) return { type, name, value: 1 }
  if (type === ApplicationCommandOptionType.User || type === ApplicationCommandOptionType.Channel)
    return { type, name, value: SNOWFLAKE }
  throw new Error(`say what is given for ${name}`)
}

const requiredOf = (options: readonly APIApplicationCommandOption[]) =>
  options.filter((option) => 'required' in option && option.required).map(given)

interface Leaf {
  readonly name: string
  readonly options: readonly APIApplicationCommandOption[]
  /** What Discord sends, around what is given for the leaf's own options. */
  around(own: APIApplicationCommandInteractionDataBasicOption[]): APIApplicationCommandInteractionDataOption[]
}

function leaves(name: string, options: readonly APIApplicationCommandOption[] = []): Leaf[] {
  if (!options.some(branch)) return [{ name, options, around: (own) => own }]
  return options.flatMap((option) =>
    leaves(option.name, 'options' in option ? option.options : []).map((inner) => ({
      ...inner,
      name: `${name} ${inner.name}`,
      // A branch is one of the two kinds whose options these are.
      around: (own) =>
        [
          { type: option.type, name: option.name, options: inner.around(own) },
        ] as APIApplicationCommandInteractionDataOption[],
    })),
  )
}

const { built } = unstarted()
const commands = built.flatMap((parts) => parts.commands ?? [])
const leavesOf = ({ definition }: Command) => leaves(definition.name, definition.options)
const isEverybodys = (name: string) => EVERYBODYS_COMMANDS.includes(name)

const commandDoors: Door[] = commands.flatMap((command) =>
  leavesOf(command).map(({ name, options, around }) => ({
    name,
    async open(by) {
      const use = command.use({ options: around(requiredOf(options)) })
      assert.ok(use, name)
      return use.run(by)
    },
  })),
)
const PRESSED = {
  about: '1',
  messageId: null,
  values: ['1'],
  fields: new Map<string, string>(),
  choices: new Map<string, string[]>(),
}
const handlersOf = (kind: 'buttons' | 'selects' | 'forms') =>
  built
    .flatMap<{ feature: string; act: string; run(pressed: Invocation & typeof PRESSED): Promise<unknown> }>(
      (parts) => parts[kind] ?? [],
    )
    .map((handler) => ({
      kind: kind.slice(0, -1),
      name: `${handler.feature}:${handler.act}`,
      open: (by: Invocation) => handler.run({ ...by, ...PRESSED }),
    }))
const handlerDoors = [...handlersOf('buttons'), ...handlersOf('selects'), ...handlersOf('forms')]

/** What was asked of the database and of Discord while this ran. */
let asked = 0
mock.method(DummyDriver.prototype, 'acquireConnection', async () => {
  asked += 1
  throw new Error('nobody is asked here')
})
subscribe('undici:request:create', () => {
  asked += 1
})

async function refusalOf(door: Door, by: Invocation): Promise<Refusal | null> {
  const before = asked
  const found = await door.open(by).then(
    () => null,
    (error: unknown) => (error instanceof Refusal && error.code.startsWith('discord.') ? error : null),
  )
  if (found) assert.equal(asked, before, `${door.name} asked before it refused`)
  return found
}

async function refusing(doors: readonly Door[], by: Invocation, codes: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const door of doors) {
    const refusal = await refusalOf(door, by)
    if (!refusal || !codes.includes(refusal.code)) continue
    const [en, nl] = [refusal.sentenceIn('en'), refusal.sentenceIn('nl')]
    assert.ok(en.length > 20 && nl.length > 20 && en !== nl, `${door.name}: ${en} ${nl}`)
    found.push(door.name)
  }
  return found.toSorted()
}

const MEMBER_CODES = ['discord.admins_only', 'discord.member_needs']
const names = (doors: readonly Door[]) => doors.map(({ name }) => name).toSorted()

describe('a member without rights', () => {
  test('is refused by every command that is not for everybody, with a sentence, before anything is asked', async () => {
    assert.deepEqual(
      await refusing(commandDoors, BY_MEMBER, MEMBER_CODES),
      names(commandDoors).filter((name) => !isEverybodys(name)),
    )
  })

  test('is not shown those commands by Discord', () => {
    for (const command of commands)
      for (const { name } of leavesOf(command))
        assert.equal(command.definition.default_member_permissions === null, isEverybodys(name), name)
  })

  test('is suggested nothing by them', async () => {
    for (const command of commands)
      for (const { name, options, around } of leavesOf(command).filter((leaf) => !isEverybodys(leaf.name)))
        for (const option of options.filter((one) => 'autocomplete' in one && one.autocomplete)) {
          const typing = {
            type: ApplicationCommandOptionType.String as const,
            name: option.name,
            value: '',
            focused: true,
          }
          assert.deepEqual(await command.complete({ options: around([typing]) }, BY_MEMBER), [], name)
        }
  })

  test('is refused by every button, select and form that is not for everybody', async () => {
    assert.deepEqual(
      await refusing(handlerDoors, BY_MEMBER, MEMBER_CODES),
      names(handlerDoors).filter((name) => !(name in EVERYBODYS_HANDLERS)),
    )
  })
})

describe('a bot without the permission', () => {
  test('says so in what needs one, and in nothing else', async () => {
    const doors = [
      ...commandDoors.map((door) => ({ ...door, name: `/${door.name}` })),
      ...handlerDoors.map((door) => ({ ...door, name: `${door.kind} ${door.name}` })),
    ]
    assert.deepEqual(await refusing(doors, BY_ADMIN_OF_UNABLE_BOT, ['discord.bot_needs']), OF_AN_ABLE_BOT)
    assert.ok(asked > 0, 'nothing is asked even of what refuses nobody: the count counts nothing')
  })
})

describe('the lists', () => {
  test('name nothing that is gone', () => {
    const known = names([...commandDoors, ...handlerDoors])
    const listed = [...EVERYBODYS_COMMANDS, ...Object.keys(EVERYBODYS_HANDLERS)]
    assert.deepEqual(
      listed.filter((name) => !known.includes(name)),
      [],
    )
  })
})

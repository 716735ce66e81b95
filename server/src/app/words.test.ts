import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Localised } from '../kernel/language.ts'
import { nameOf } from '../platform/settings/define.ts'
import { systemSettings } from '../platform/settings/system.ts'
import { unstarted } from './unstarted.ts'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure */
const LONGEST_DESCRIPTION = 100
/** Names, descriptions and values of a command and all its options and choices, each in its longest language. */
const LONGEST_COMMAND = 8000

interface Described {
  readonly name: string
  readonly description: string
  readonly description_localizations?: Partial<Record<string, string | null>> | null | undefined
  readonly options?: readonly Described[] | undefined
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined
}

const { features, built } = unstarted()
const commands: Described[] = built.flatMap((parts) => parts.commands ?? []).map(({ definition }) => definition)

function withOptions(described: Described, path = described.name): [path: string, Described][] {
  const inner = described.options ?? []
  return [[path, described], ...inner.flatMap((option) => withOptions(option, `${path} ${option.name}`))]
}

function sizeOf({
  name,
  description,
  description_localizations: others,
  options = [],
  choices = [],
}: Described): number {
  const longest = Math.max(description.length, ...Object.values(others ?? {}).map((one) => one?.length ?? 0))
  const chosen = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0)
  return name.length + longest + chosen + options.reduce((sum, option) => sum + sizeOf(option), 0)
}

describe('every command', () => {
  test('and every option says what it is in English and Dutch, in words that Discord has room for', () => {
    assert.ok(commands.length > 0)
    for (const [path, { description, description_localizations: others }] of commands.flatMap((one) =>
      withOptions(one),
    ))
      for (const text of [description, others?.nl ?? ''])
        assert.ok(text.length > 0 && text.length <= LONGEST_DESCRIPTION, `${path}: ${text}`)
  })

  test('is no longer altogether than Discord allows', () => {
    for (const command of commands) assert.ok(sizeOf(command) <= LONGEST_COMMAND, command.name)
  })
})

describe('every setting', () => {
  const declared = [systemSettings, ...features.map(({ settings = {} }) => settings)].flatMap((some) =>
    Object.values(some),
  )
  /** A label is the title of a form and of a field in it: https://discord.com/developers/docs/components/reference#label */
  const MOST = { label: 45, help: 300, question: 200, choice: 100 }

  test('has a label, help, a question and choices in both languages, in words that Discord has room for', () => {
    const check = (name: string, texts: Localised, most: number) => {
      for (const text of [texts.en, texts.nl]) assert.ok(text !== '' && text.length <= most, `${name}: ${text}`)
    }
    for (const setting of declared) {
      check(nameOf(setting), setting.label, MOST.label)
      check(nameOf(setting), setting.help, MOST.help)
      if (setting.setup) check(nameOf(setting), setting.setup.question, MOST.question)
      if ('choices' in setting) for (const { label } of setting.choices) check(nameOf(setting), label, MOST.choice)
    }
  })
})

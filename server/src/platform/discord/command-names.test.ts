import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import { typedCommands, typedName } from './command-names.ts'

test('a run has the name that was typed, with group and sub-command', () => {
  const options = [{ name: 'list', type: Type.Subcommand as const, options: [] }]
  assert.equal(typedName({ name: 'health' }), 'health')
  assert.equal(typedName({ name: 'add', options: [{ name: 'day', type: Type.String, value: 'list' }] }), 'add')
  assert.equal(typedName({ name: 'faq', options }), 'faq list')
  assert.equal(
    typedName({ name: 'config', options: [{ name: 'system', type: Type.SubcommandGroup, options }] }),
    'config system list',
  )
})

test('a definition names everything that can be typed, and a group is nothing by itself', () => {
  const leaf = (name: string) => ({ name, description: `Does ${name}`, type: Type.Subcommand as const })
  const group = { name: 'system', description: 'Of the system', type: Type.SubcommandGroup as const }
  assert.deepEqual(
    typedCommands({
      name: 'config',
      description: 'Settings',
      options: [leaf('start'), { ...group, options: [leaf('show'), leaf('set')] }],
    }),
    [
      typed('config start', 'Does start'),
      typed('config system show', 'Does show'),
      typed('config system set', 'Does set'),
    ],
  )
  const options = [{ name: 'what', description: 'What', type: Type.String as const }]
  const echo = { name: 'echo', description: 'Echoes', description_localizations: { nl: 'Echoot' }, options }
  assert.deepEqual(typedCommands(echo), [typed('echo', 'Echoes', 'Echoot')])
})

function typed(name: string, description: string, nl = description) {
  return { name, description, descriptions: { en: description, nl } }
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkRequest, type DescribedRequest } from './check.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const CHANNEL = '/api/v10/channels/1100000000000000201'
const GUILD = '/api/v10/guilds/1100000000000000001'
const COMMANDS = '/api/v10/applications/1100000000000000900/commands'
const CALLBACK = '/api/v10/interactions/1/token/callback'
const WEBHOOK = '/api/v10/webhooks/1100000000000000900/token'

const inDays = (days: number) => new Date(NOW + days * 86_400_000).toISOString()
const button = (custom_id: string) => ({ type: 2, style: 1, label: 'x', custom_id })
const row = (...components: object[]) => ({ type: 1, components })
const send = (body: object): DescribedRequest => ({ method: 'POST', path: `${CHANNEL}/messages`, body })
const edit = (body: object): DescribedRequest => ({ method: 'PATCH', path: `${CHANNEL}/messages/1`, body })
const answer = (body: object): DescribedRequest => ({ method: 'POST', path: CALLBACK, body })
const register = (body: unknown): DescribedRequest => ({ method: 'PUT', path: COMMANDS, body })
const request = (method: string, path: string, body?: unknown): DescribedRequest => ({ method, path, body, nowMs: NOW })
const command = (more: object) => register([{ name: 'remind', description: 'd', ...more }])
const labelled = (i: number) => ({ type: 18, label: 'x', component: { type: 4, custom_id: `c${i}`, style: 1 } })
const modal = (more: object) =>
  answer({ type: 9, data: { custom_id: 'm', title: 't', components: [labelled(0)], ...more } })

/** What is wrong, the request, where the violation must be. */
const WRONG: readonly (readonly [string, DescribedRequest, string])[] = [
  ['a message with 2001 characters', send({ content: 'x'.repeat(2001) }), '/content'],
  [
    'embeds of 6001 characters in sum',
    send({ embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }),
    '/embeds',
  ],
  ['six legacy rows', send({ components: [0, 1, 2, 3, 4, 5].map((i) => row(button(`b${i}`))) }), '/components'],
  [
    'one custom id on two buttons',
    send({ components: [row(button('a'), button('a'))] }),
    '/components/0/components/1/custom_id',
  ],
  [
    'a link button without url',
    send({ components: [row({ type: 2, style: 5, label: 'x' })] }),
    '/components/0/components/0/url',
  ],
  [
    'components v2 with content',
    send({ flags: 32768, content: 'x', components: [{ type: 10, content: 'y' }] }),
    '/content',
  ],
  ['a text display without the flag', send({ components: [{ type: 10, content: 'y' }] }), '/components/0/type'],
  ['an empty message', send({}), ''],
  ['an empty message with a nonce', send({ content: '', nonce: '1', enforce_nonce: true }), ''],
  ['an empty follow-up', { method: 'POST', path: `${WEBHOOK}?wait=true`, body: { content: '' } }, ''],
  ['an empty answer to an interaction', answer({ type: 4, data: { flags: 64 } }), '/data'],
  ['a command name in capitals', command({ name: 'Remind' }), '/0/name'],
  ['a command name with a space', command({ name: 'remind me' }), '/0/name'],
  [
    'an option name in capitals',
    command({ options: [{ type: 3, name: 'When', description: 'd' }] }),
    '/0/options/0/name',
  ],
  ['a chat command without description', register([{ name: 'remind' }]), '/0/description'],
  [
    'a required option after an optional one',
    command({
      options: [
        { type: 3, name: 'a', description: 'd' },
        { type: 3, name: 'b', description: 'd', required: true },
      ],
    }),
    '/0/options/1',
  ],
  ['a modal with six components', modal({ components: [0, 1, 2, 3, 4, 5].map(labelled) }), '/data/components'],
  [
    'a time-out of 29 days',
    request('PATCH', `${GUILD}/members/1`, { communication_disabled_until: inDays(29) }),
    '/communication_disabled_until',
  ],
  ['`embed` for `embeds`', send({ content: 'x', embed: {} }), ''],
  [
    '`permissionOverwrites` for `permission_overwrites`',
    request('POST', `${GUILD}/channels`, { name: 'x', permissionOverwrites: [] }),
    '',
  ],
  [
    '`customId` for `custom_id`',
    send({ components: [row({ type: 2, style: 1, label: 'x', customId: 'a' })] }),
    '/components/0/components/0',
  ],
  ['`colour` in an embed', send({ embeds: [{ title: 'x', colour: 1 }] }), '/embeds/0'],
  [
    '`isRequired` in an option',
    command({ options: [{ type: 3, name: 'a', description: 'd', isRequired: true }] }),
    '/0/options/0',
  ],
  ['`ephemeral` in an answer', answer({ type: 4, data: { content: 'x', ephemeral: true } }), '/data'],
  ['`reason` in the body of a ban', request('PUT', `${GUILD}/bans/1`, { reason: 'spam' }), ''],
  ['an embed title of 257 characters', send({ embeds: [{ title: 'x'.repeat(257) }] }), '/embeds/0/title'],
  ['eleven embeds', send({ embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }), '/embeds'],
  [
    '26 embed fields',
    send({ embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] }),
    '/embeds/0/fields',
  ],
  ['an embed field without value', send({ embeds: [{ fields: [{ name: 'a' }] }] }), '/embeds/0/fields/0/value'],
  [
    'an embed image without a valid address',
    send({ embeds: [{ image: { url: 'not an address' } }] }),
    '/embeds/0/image/url',
  ],
  ['a nonce of 26 characters', send({ content: 'x', nonce: 'n'.repeat(26) }), '/nonce'],
  ['content that is a number', send({ content: 5 }), '/content'],
  [
    'an unknown mention type',
    send({ content: 'x', allowed_mentions: { parse: ['all'] } }),
    '/allowed_mentions/parse/0',
  ],
  [
    'a custom id of 101 characters',
    send({ components: [row(button('c'.repeat(101)))] }),
    '/components/0/components/0/custom_id',
  ],
  [
    'six buttons in a row',
    send({ components: [row(...[0, 1, 2, 3, 4, 5].map((i) => button(`b${i}`)))] }),
    '/components/0/components',
  ],
  [
    'a select without options',
    send({ components: [row({ type: 3, custom_id: 's' })] }),
    '/components/0/components/0/options',
  ],
  ['a row without components', send({ components: [{ type: 1 }] }), '/components/0/components'],
  ['eleven embeds in an edit', edit({ embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }), '/embeds'],
  ['an edit with 2001 characters', edit({ content: 'x'.repeat(2001) }), '/content'],
  [
    '26 choices of autocomplete',
    answer({ type: 8, data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) } }),
    '/data/choices',
  ],
  ['a modal title of 46 characters', modal({ title: 't'.repeat(46) }), '/data/title'],
  [
    'a modal without custom id',
    answer({ type: 9, data: { title: 't', components: [labelled(0)] } }),
    '/data/custom_id',
  ],
  ['a callback of an unknown type', answer({ type: 99 }), '/type'],
  [
    '26 options',
    command({ options: Array.from({ length: 26 }, (_, i) => ({ type: 3, name: `o${i}`, description: 'd' })) }),
    '/0/options',
  ],
  ['a description of 101 characters', command({ description: 'd'.repeat(101) }), '/0/description'],
  ['a channel without name', request('POST', `${GUILD}/channels`, { type: 0 }), '/name'],
  ['a channel name of 101 characters', request('PATCH', CHANNEL, { name: 'n'.repeat(101) }), '/name'],
  ['a role colour beyond 24 bits', request('POST', `${GUILD}/roles`, { color: 16777216 }), '/color'],
  [
    'permissions that are no number',
    request('POST', `${GUILD}/roles`, { permissions: 'ADMINISTRATOR' }),
    '/permissions',
  ],
  ['a nickname of 33 characters', request('PATCH', `${GUILD}/members/1`, { nick: 'n'.repeat(33) }), '/nick'],
  [
    'a bulk delete of one message',
    request('POST', `${CHANNEL}/messages/bulk-delete`, { messages: ['1'] }),
    '/messages',
  ],
  [
    'a bulk delete of 101 messages',
    request('POST', `${CHANNEL}/messages/bulk-delete`, { messages: Array(101).fill('1') }),
    '/messages',
  ],
  ['an overwrite of a third type', request('PUT', `${CHANNEL}/permissions/2`, { type: 2, allow: '0' }), '/type'],
  ['an invite that lasts 61 days', request('POST', `${CHANNEL}/invites`, { max_age: 5_270_400 }), '/max_age'],
  ['a query nobody described', request('GET', `${CHANNEL}/messages?count=5`), '?count'],
  ['a body where none is described', request('PUT', `${CHANNEL}/pins/1`, { pinned: true }), ''],
  ['an id that is a name', request('GET', '/api/v10/channels/general'), ''],
  ['an operation that does not exist', request('POST', `${CHANNEL}/message`, { content: 'x' }), ''],
  ['a method that does not exist there', request('PUT', `${CHANNEL}/messages`, { content: 'x' }), ''],
]

const RIGHT: readonly (readonly [string, DescribedRequest])[] = [
  ['a plain message', send({ content: 'hello', tts: false, nonce: '123', enforce_nonce: true })],
  [
    'an embed with everything',
    send({
      embeds: [
        {
          title: 't',
          description: 'd',
          url: 'https://a.b',
          color: 1,
          timestamp: inDays(0),
          footer: { text: 'f' },
          image: { url: 'attachment://a.png' },
          author: { name: 'a' },
          fields: [{ name: 'n', value: 'v', inline: true }],
        },
      ],
    }),
  ],
  [
    'components v2',
    send({ flags: 32768, components: [{ type: 17, components: [{ type: 10, content: 'x' }, row(button('a'))] }] }),
  ],
  ['an upload without content', { ...send({ tts: false }), files: 1 }],
  [
    'an edit of the original answer as discord.js sends it',
    request('PATCH', `${WEBHOOK}/messages/%40original`, { content: 'x', tts: false, enforce_nonce: false }),
  ],
  [
    'an overwrite as discord.js sends it',
    request('PUT', `${CHANNEL}/permissions/2`, { id: '2', type: 0, allow: '1024', deny: '0' }),
  ],
  [
    'a time-out of 28 days as discord.js sends it',
    request('PATCH', `${GUILD}/members/1`, {
      communication_disabled_until: inDays(28),
      communicationDisabledUntil: inDays(28),
    }),
  ],
  ['an ephemeral deferred answer', answer({ type: 5, data: { flags: 64 } })],
  ['a modal of five labels', modal({ components: [0, 1, 2, 3, 4].map(labelled) })],
  [
    'commands of all three types',
    register([
      {
        name: 'remind',
        description: 'd',
        default_member_permissions: '8',
        options: [
          {
            type: 1,
            name: 'add',
            description: 'd',
            options: [{ type: 3, name: 'when', description: 'd', required: true, autocomplete: true }],
          },
        ],
      },
      { type: 2, name: 'Who is this' },
      { type: 3, name: 'Remind me' },
    ]),
  ],
  ['a reaction with an encoded emoji', request('PUT', `${CHANNEL}/messages/1/reactions/%F0%9F%91%8D/@me`)],
  ['a deletion without the body described for it', request('DELETE', `${GUILD}/bans/1`)],
]

describe('a wrong request is caught:', () => {
  for (const [name, wrong, at] of WRONG) {
    test(name, () => {
      const paths = checkRequest(wrong).map(({ path }) => path)
      assert.ok(paths.includes(at), `violations at ${JSON.stringify(paths)}, none at ${at}`)
    })
  }
})

describe('a right request passes:', () => {
  for (const [name, right] of RIGHT) test(name, () => assert.deepEqual(checkRequest(right), []))
})

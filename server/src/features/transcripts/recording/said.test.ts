import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { MessageId, UserId } from '../../../kernel/ids.ts'
import { messageOf } from '../../../platform/discord/channel-message.ts'
import { changeTo, saidOf, textOf } from './said.ts'

type Told = Parameters<typeof messageOf>[0]

const told = (more: Partial<Told> = {}) =>
  messageOf({
    id: '1100000000000000777',
    channel_id: '1100000000000000201',
    author: { id: '1100000000000000104', username: 'mira', discriminator: '0', global_name: 'Mira', avatar: null },
    content: 'hello',
    timestamp: '2027-03-01T12:00:00Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...more,
  })
const said = (more: Partial<Told> = {}, isGiven = true) => saidOf(told(more), isGiven)
const kept = (more: Partial<Told> = {}) => ({ ...said(more), isErased: false })
const LATER = '2027-03-01T12:00:10Z'

describe('what is kept of a message', () => {
  test('holds all that can be read in it', () => {
    const message = said({
      embeds: [
        {
          title: 'T',
          description: 'D',
          fields: [{ name: 'N', value: 'V' }],
          footer: { text: 'F' },
          author: { name: 'A' },
        },
      ],
      components: [
        { type: 17, components: [{ type: 10, content: 'inner text' }] },
        { type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'x' }] },
      ],
    })
    assert.equal(textOf(message, ['file.png']), 'hello\nA\nT\nD\nN\nV\nF\ninner text\nfile.png')
    assert.deepEqual(message.components, [
      { kind: 'text', text: 'inner text' },
      { kind: 'button', text: 'Press' },
    ])
    assert.deepEqual(
      [message.messageId, message.authorId],
      [MessageId.parse('1100000000000000777'), UserId.parse('1100000000000000104')],
    )
  })

  test('holds nothing that the database does not', () => {
    assert.equal(said({ content: 'a\0b\uD800c' }).content, 'a\uFFFDb\uFFFDc')
  })

  test('says that Discord withheld it, rather than that it was empty', () => {
    assert.equal(said({ content: '' }, false).isWithheld, true)
    assert.equal(said({ content: '' }, true).isWithheld, false)
    assert.equal(said({ content: '', type: 7 }, false).isWithheld, false)
  })
})

describe('a message that is seen again', () => {
  const cases: readonly (readonly [what: string, seen: ReturnType<typeof said>, change: string])[] = [
    ['the same', said(), 'none'],
    ['edited', said({ content: 'bye', edited_timestamp: LATER }), 'edited'],
    ['with the preview of a link', said({ embeds: [{ title: 'T' }] }), 'refreshed'],
    ['withheld all at once', said({ content: '' }, false), 'none'],
    [
      'with other buttons',
      said({ components: [{ type: 1, components: [{ type: 2, style: 1, label: 'X', custom_id: 'x' }] }] }),
      'refreshed',
    ],
  ]
  for (const [what, seen, change] of cases)
    test(`${what}: ${change}`, () => assert.equal(changeTo(kept(), seen), change))

  test('as it was before an edit that is known: none', () => {
    assert.equal(changeTo(kept({ content: 'bye', edited_timestamp: LATER }), said()), 'none')
  })

  test('after it was erased: none', () => {
    assert.equal(changeTo({ ...kept(), isErased: true }, said({ content: 'bye', edited_timestamp: LATER })), 'none')
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { controlMessage } from './controls.ts'
import type { Terms } from './terms.ts'
import { STATUSES, type Ticket } from './ticket.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const [OPENER, STAFF] = [UserId.parse('1100000000000000104'), RoleId.parse('1100000000000000302')]
const TICKET: Ticket = {
  id: '7',
  guildId: GuildId.parse('1100000000000000001'),
  number: 12,
  panelId: null,
  openerId: OPENER,
  username: 'demo_member',
  language: 'en',
  description: 'Where is it? @everyone <@&1100000000000000302> [here](https://example.org)',
  answers: [],
  status: 'open',
  priority: 'normal',
  labels: [],
  claimedBy: null,
  claimedAt: null,
  escalatedTo: null,
  channelId: ChannelId.parse('1100000000000000201'),
  closedAt: null,
  closedBy: null,
  closeReason: null,
  archivedAt: null,
  version: 1,
  settledVersion: 0,
  createdAt: NOW,
  updatedAt: NOW,
}
const TERMS = { panel: null, staffRoleIds: [STAFF] } as unknown as Terms
const head = (ticket: Partial<Ticket>, buttons = 0) => {
  const extra = Array.from({ length: buttons }, (_, index) => ({
    label: { en: `Extra ${index}`, nl: `Extra ${index}` },
    customId: (id: string) => `other:act${index}:${id}`,
  }))
  return controlMessage({ ...TICKET, ...ticket }, TERMS, extra, 'nl')
}
const embedOf = (message: ReturnType<typeof head>) => message.embeds?.[0] ?? assert.fail('no embed')

describe('the head of a ticket', () => {
  test('calls its member and its staff, and nobody whom the member names', () => {
    const message = head({})
    assert.deepEqual(message.allowed_mentions, { users: [OPENER], roles: [STAFF] })
    assert.match(message.content ?? '', new RegExp(`^<@${OPENER}> <@&${STAFF}>\n`))
    assert.equal(
      embedOf(message).description,
      'Where is it? @\u200beveryone <\u200b@&1100000000000000302\\> \\[here\\]\\(https://example.org\\)',
    )
  })

  test('stays within what Discord shows, however much was written', () => {
    const long = '*'.repeat(4000)
    const answers = Array.from({ length: 5 }, () => ({ question: long, answer: long }))
    const labels = Array.from({ length: 25 }, (_, index) => `${index}${'_'.repeat(38)}`)
    const embed = embedOf(head({ description: long, answers, labels, username: 'x'.repeat(32), priority: 'urgent' }))
    const texts = (embed.fields ?? []).flatMap(({ name, value }) => [name, value])
    const all = [embed.title, embed.description, embed.footer?.text, ...texts]
    assert.ok(all.reduce((sum, text) => sum + (text ?? '').length, 0) <= 6000)
  })

  test('has at most five rows of five buttons, and none when archived', () => {
    for (const status of STATUSES) {
      const rows = head({ status }, 30).components ?? []
      assert.ok(status === 'archived' ? rows.length === 0 : rows.length === 5, status)
      for (const row of rows) assert.ok('components' in row && row.components.length <= 5)
    }
  })

  test('of an erased member names nobody', () => {
    const message = head({ openerId: null, username: '', description: '' })
    assert.deepEqual(message.allowed_mentions, { users: [], roles: [STAFF] })
    assert.equal(embedOf(message).footer, undefined)
  })
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import fc from 'fast-check'
import { firstMessageIdAt, GuildId, UserId } from '../../kernel/ids.ts'
import { chart } from '../../platform/discord/chart.ts'
import { startApp } from '../../testing/app.ts'
import { statsReply } from './replies.ts'
import { insertRuns } from './run-store.ts'

const ADMIN = DEMO.people.demo_admin
const app = await startApp({ roles: ['gateway'], environment: { OWNER_IDS: ADMIN } })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app
const guest = simulator.person(DEMO.people.demo_guest)
const THERE = { guild: DEMO.otherGuild }
let made = 0n

/** Runs of so many days ago, of which every other one was refused. */
async function ran(guild: string, command: string, times: number, daysAgo: number) {
  const ranAt = app.clock.now().subtract({ hours: 24 * daysAgo })
  const runs = [...Array(times)].map((_, index) => ({
    interactionId: String(BigInt(firstMessageIdAt(ranAt)) + ++made),
    guildId: GuildId.parse(guild),
    userId: UserId.parse(DEMO.people.demo_member),
    command,
    ranAt,
    durationMs: 5,
    error: index % 2 ? { kind: 'refused' as const, errorClass: 'test.no', message: 'No' } : null,
  }))
  await insertRuns(app.db, runs)
}

type Shown = Awaited<ReturnType<typeof member.slash>>
const described = (seen: Shown) => seen.embeds[0]?.description ?? ''

describe('/command_stats', async () => {
  await ran(DEMO.guild, 'faq search', 3, 0)
  await ran(DEMO.guild, 'add_reminder', 1, 6)
  await ran(DEMO.guild, 'long_ago', 9, 7)
  await ran(DEMO.otherGuild, 'elsewhere', 4, 1)

  test('shows admins what was used in their server, with shares, failures and a bar for each day', async () => {
    const seen = await owner.slash('command_stats')
    assert.ok(seen.ephemeral)
    const lines = described(seen).split('\n')
    assert.deepEqual(lines.slice(0, 2), [
      '**1.** `/faq search`: 3 (75%), of which 33.3% refused or failed',
      '**2.** `/add_reminder`: 1 (25%)',
    ])
    assert.deepEqual(
      lines.slice(3, -1).map((line) => line.replace(/ +/g, ' ')),
      ['02-23 █████ 1', '02-24 0', '02-25 0', '02-26 0', '02-27 0', '02-28 0', '03-01 ██████████████ 3'],
    )
    assert.equal(seen.embeds[0]?.footer?.text, '4 runs in all · days in UTC')
  })

  test('looks back as far, and shows as many, as was asked for', async () => {
    const seen = await owner.slash('command_stats', { days: 8, limit: 1 })
    assert.match(described(seen), /^\*\*1\.\*\* `\/long_ago`: 9 \(69\.2%\)[^*]+$/)
    assert.match(described(await owner.slash('command_stats', { days: 365 })), /\n·+▁?█\n/)
  })

  test('is of no other server', async () => {
    const there = described(await guest.slash('command_stats', {}, THERE))
    assert.match(there, /elsewhere/)
    assert.doesNotMatch(there, /faq search/)
  })

  test('is of all servers for the owner of the bot alone', async () => {
    const refused = await owner.slash('command_stats', { guild_only: false })
    assert.match(refused.content, /^Only the owner of the bot may see the figures of all servers\./)
    assert.deepEqual(refused.embeds, [])
    const shown = await simulator.person(ADMIN).slash('command_stats', { guild_only: false })
    assert.match(described(shown), /`\/elsewhere`: 4 \(50%\)/)
  })

  test('is refused to members without rights, also where the server opened the command', async () => {
    const command = [...simulator.state.commands.values()].find(({ name }) => name === 'command_stats')
    assert.ok(command)
    assert.ok(!member.offered().some(({ name }) => name === 'command_stats'))
    command.default_member_permissions = null
    assert.equal((await member.slash('command_stats')).content, 'Only admins of this server can do that.')
  })
})

test('figures of any size fit into an embed, in both languages', () => {
  const figures = fc.record({ command: fc.string({ maxLength: 98 }), runs: fc.nat(), failures: fc.nat() })
  const days = fc.array(
    fc.nat().map((runs) => ({ day: '2027-03-01', runs })),
    { minLength: 1, maxLength: 365 },
  )
  const stats = fc.record({ commands: fc.array(figures, { maxLength: 25 }), days, total: fc.nat() })
  fc.assert(
    fc.property(stats, fc.constantFrom('en' as const, 'nl' as const), (some, language) => {
      const [embed] = statsReply(some, true, language).embeds ?? []
      assert.ok((embed?.description?.length ?? 0) <= 4096)
      assert.ok((embed?.title?.length ?? 0) <= 256)
    }),
    { numRuns: 50 },
  )
})

test('a chart never shows something as nothing, and of many days one column for several', () => {
  const days = (count: number, runs: (index: number) => number) =>
    [...Array(count)].map((_, index) => ({ day: '2027-03-01', runs: runs(index) }))
  assert.equal(chart(days(2, (index) => (index ? 1000 : 1))).text, '03-01 █              1\n03-01 ██████████████ 1000')
  assert.deepEqual(chart(days(30, (index) => index % 2)), { text: '·█'.repeat(15), daysPerColumn: 1 })
  assert.deepEqual(chart(days(61, () => 1)), { text: `${'▃'}${'█'.repeat(20)}`, daysPerColumn: 3 })
})

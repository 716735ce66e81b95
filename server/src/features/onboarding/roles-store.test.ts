import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { testDatabase } from '../../testing/database.ts'
import { claimRoleTasks, delayRoleTask, hurryRoleTasks, putRoleTask, type RoleTask } from './roles-store.ts'

const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const MEMBER = { guildId: GuildId.parse('1100000000000000001'), userId: UserId.parse('1100000000000000104') }
const NOW = Temporal.Instant.from('2027-03-01T12:00:00.123456Z')
const later = NOW.add({ hours: 1 })

const claimed = async (now: Temporal.Instant) =>
  claimRoleTasks(db, { now, leaseUntil: now.add({ minutes: 2 }), limit: 10 })
const delayed = (task: RoleTask, isTold = true) =>
  db.transaction().execute((tx) => delayRoleTask(tx, task, later, isTold))

describe('an attempt that failed', () => {
  test('is put off, and comes sooner when what stood in the way is gone, also when that was during the attempt', async () => {
    await putRoleTask(db, MEMBER, 'completed', NOW)
    const [first = assert.fail('nothing was claimed')] = await claimed(NOW)
    await delayed(first)
    assert.deepEqual(await claimed(NOW.add({ minutes: 3 })), [])

    await hurryRoleTasks(db, MEMBER.guildId, NOW)
    const [second = assert.fail('it was not hurried')] = await claimed(NOW)
    await hurryRoleTasks(db, MEMBER.guildId, NOW)
    await delayed(second)
    const [third = assert.fail('it was put off although it was hurried meanwhile')] = await claimed(NOW)
    assert.deepEqual([first.attempts, second.attempts, third.attempts], [1, 2, 3])
  })
})

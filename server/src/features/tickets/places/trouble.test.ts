import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { hadNoEffect, NotPlaced, verdictOn } from './trouble.ts'

const silent = new DiscordFailure('unavailable', 'no answer')
const limited = new DiscordFailure('unavailable', '429', { retryAfterMs: 90_500 })
const full = { code: 50_035, problems: [{ path: '/parent_id', code: 'CHANNEL_PARENT_MAX_CHANNELS' }] }

describe('a failure', () => {
  test('of Discord is tried again in whole seconds, later each time, and told of only when it lasts', () => {
    const pauses = [0, 1, 2, 3, 7, 30].map((attempts) => verdictOn(silent, attempts).pauseS)
    assert.deepEqual(pauses, [1, 1, 2, 4, 64, 300])
    assert.deepEqual([verdictOn(silent, 7).trouble, verdictOn(silent, 8).trouble], [null, 'unreachable'])
  })

  test('by a limit waits as long as Discord asks', () => {
    assert.deepEqual(verdictOn(limited, 1), { pauseS: 91, trouble: null })
  })

  test('that only people can mend is told of at once, and tried again now and then', () => {
    const failures = [
      new DiscordFailure('forbidden', '403', { code: 50_013 }),
      new DiscordFailure('gone', '404', { code: 10_004 }),
      new DiscordFailure('invalid', '400', full),
      new DiscordFailure('invalid', '400', { code: 30_013 }),
      new DiscordFailure('invalid', '400'),
      new NotPlaced('category_gone'),
    ]
    const troubles = failures.map((failure) => verdictOn(failure, 1).trouble)
    assert.deepEqual(troubles, ['forbidden', 'forbidden', 'category_full', 'guild_full', 'refused', 'category_gone'])
  })

  test('because something has just vanished is no trouble yet: the next look finds it', () => {
    for (const code of [10_003, 10_009, 10_011])
      assert.equal(verdictOn(new DiscordFailure('gone', '404', { code }), 1).trouble, null)
  })

  test('leaves open whether something was made only where Discord said nothing', () => {
    const refused = new DiscordFailure('forbidden', '403')
    assert.deepEqual([silent, limited, refused].map(hadNoEffect), [false, true, true])
  })
})

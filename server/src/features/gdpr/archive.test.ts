import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { packed } from './archive.ts'

const userId = UserId.parse('1100000000000000104')
const occasion = {
  person: { userId, guildId: null },
  language: 'en',
  at: Temporal.Instant.from('2027-03-01T12:00:00Z'),
} as const
const CONTENTS = {
  reminders: { reminders: [{ id: '1', name: 'Tea ☕' }], reminder_previews: [] },
  auth: { sessions: [] },
}

describe('the file of an export', () => {
  test('holds one JSON file for each feature that keeps anything, and says what is in it', () => {
    const { name, contentType, data } = packed(CONTENTS, occasion)
    assert.deepEqual([name, contentType], ['my-data-2027-03-01.zip', 'application/zip'])
    const files = unzipSync(data)
    assert.deepEqual(Object.keys(files), ['README.txt', 'reminders.json'])
    assert.deepEqual(JSON.parse(strFromU8(files['reminders.json'] ?? new Uint8Array())), {
      reminders: [{ id: '1', name: 'Tea ☕' }],
    })
    assert.match(strFromU8(files['README.txt'] ?? new Uint8Array()), /2027-03-01T12:00:00Z.*reminders \(1\)/s)
  })

  test('says in the language of the member that nothing is kept', () => {
    const readme = unzipSync(packed({}, { ...occasion, language: 'nl' }).data)['README.txt'] ?? new Uint8Array()
    assert.match(strFromU8(readme), /Er wordt niets bewaard/)
  })

  test('is the same bytes for the same contents', () => {
    assert.deepEqual(packed(CONTENTS, occasion).data, packed(structuredClone(CONTENTS), occasion).data)
  })

  test('larger than Discord takes is refused with what to do instead', () => {
    assert.throws(() => packed(CONTENTS, occasion, 100), { kind: 'limit', message: /server by server/ })
    const person = { userId, guildId: GuildId.parse('1100000000000000001') }
    assert.throws(() => packed(CONTENTS, { ...occasion, person }, 100), { kind: 'limit', message: /ask whoever runs/ })
  })
})

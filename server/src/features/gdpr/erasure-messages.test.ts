import assert from 'node:assert/strict'
import { test } from 'node:test'
import { erasedReply } from './erasure-messages.ts'

test('what was erased is told by name, one line for each name, and never by the name of a table', () => {
  const tickets = { en: 'Tickets with their notes', nl: 'Tickets met hun notities' }
  const names = new Map([
    ['tickets', tickets],
    ['ticket_notes', tickets],
  ])
  const receipt = {
    id: '7',
    erasedAt: Temporal.Instant.from('2027-03-01T12:00:00Z'),
    counts: { tickets: 1, ticket_notes: 2, ticket_mentions: 4 },
  }
  const said = (language: 'en' | 'nl') =>
    erasedReply(receipt, names, language)
      .content?.split('\n')
      .filter((line) => line.startsWith('- '))
  assert.deepEqual(said('en'), ['- Tickets with their notes: 3', '- Other places that named you: 4'])
  assert.deepEqual(said('nl'), ['- Tickets met hun notities: 3', '- Andere plekken waar je genoemd werd: 4'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Announcement, parseAnnouncement } from './parse.ts'
import { LABELLED } from './samples/labelled.ts'
import { REPEATED } from './samples/repeated.ts'
import { SAMPLES_NOW, SAMPLES_ZONE, samplesOf } from './samples/row.ts'

const CONTEXT = { now: SAMPLES_NOW, timeZone: SAMPLES_ZONE }
const LONGEST = 10_000
/** Pieces that the rules look for, put together as nobody would. */
const PIECES = [
  '|',
  ...'19:30|27:30|24:00|7pm|half acht|kwart over|every|elke|monday|vrijdagavond|Days:|Date:|Time:|Waar:|📍|until|31/02/2027'.split(
    '|',
  ),
  ...'15/01|5 maart|March 5th|the 31st|<t:99999999999:F>|<t:-1>|UTC+14|GMT-13|Etc/GMT|time|~~|**|`|_|\n|>|,|-|/|.|&|0000-00-00|9999-12-31'.split(
    '|',
  ),
  ...'2027-01-15T14:00:00Z|next week|tomorrow|last|every other|first friday of the month|𝟏𝟗:𝟑𝟎|٣|ﬁ|İ|\u0000|¤|◦'.split(
    '|',
  ),
]
const anyPieces = (joint: string) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }).map((pieces) => pieces.join(joint))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: LONGEST }), anyPieces(' '), anyPieces(''))
const anyAnnouncement: fc.Arbitrary<Announcement> = fc.record({
  content: anyText,
  embeds: fc.array(
    fc.record({
      title: fc.option(anyText, { nil: null }),
      description: fc.option(anyText, { nil: null }),
      footer: fc.option(anyText, { nil: null }),
      fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 2 }),
    }),
    { maxLength: 1 },
  ),
})

const textsOf = ({ content = '', embeds = [] }: Announcement) => [
  content,
  ...embeds.flatMap(({ title, description, footer, fields = [] }) => [
    title ?? '',
    description ?? '',
    footer ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]),
]

function checkQuotations(announcement: Announcement): void {
  const parsed = parseAnnouncement(announcement, CONTEXT)
  const texts = textsOf(announcement)
  const quoted = [...parsed.evidence, ...(parsed.kind === 'none' ? parsed.reasons : [])]
  for (const { text } of quoted)
    assert.ok(
      texts.some((whole) => whole.includes(text)),
      JSON.stringify(text),
    )
  for (const { text, confidence } of parsed.evidence) assert.ok(text !== '' && confidence >= 0 && confidence <= 1)
}

test('anything at all is read without a fault, and what it understood are quotations', () => {
  fc.assert(fc.property(anyAnnouncement, checkQuotations), { numRuns: 15 })
  for (const { announcement } of samplesOf(LABELLED)) checkQuotations(announcement)
})

// How long each takes is measured by `npm run bench -- announcements`.
test('10,000 characters of any one thing are read without a fault', () => {
  for (const one of [...PIECES, ...REPEATED])
    checkQuotations({ content: one.repeat(Math.ceil(LONGEST / one.length)).slice(0, LONGEST) })
})

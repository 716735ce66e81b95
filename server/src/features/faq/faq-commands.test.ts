import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { forged } from '../../testing/forged.ts'
import { sendJson } from '../../testing/http.ts'

/** What members look up and what staff writes in Discord. */

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app
const staff = simulator.person(DEMO.people.demo_staff)
const guest = simulator.person(DEMO.people.demo_guest)
const THERE = { guild: DEMO.otherGuild }

type Seen = Awaited<ReturnType<typeof member.slash>>
const described = (seen: Seen) => seen.embeds[0]?.description ?? ''
const REFUSED = /^Only staff and those who may manage the server can do this/

const viewsOf = async (number: number) => {
  const row = app.db.selectFrom('faq_entries').select('views').where('number', '=', number)
  return (await row.executeTakeFirstOrThrow()).views
}

const blank = { keywords: '', category: '', language: ['en'] }
async function write(title: string, answer: string, more: Record<string, string | string[]> = {}, by = owner) {
  return by.submit(await by.slash('faq add'), { ...blank, title, answer, ...more })
}
const formOf = (seen: Seen) => seen.modal ?? assert.fail(seen.content)
const pressed = async (seen: Seen, customId: string, by = guest) => by.click(forged(seen, customId), 'Forged')

before(async () => {
  await owner.slash('config set', { setting: 'ticketbot.staff_role_id', value: DEMO.roles.staff })
  const written = await write('How do I get a refund?', 'Ask **staff** within 14 days.', { keywords: 'money, cash' })
  assert.match(written.content, /^Question #1 can be found now/)
  for (let n = 2; n <= 12; n += 1) await write(`Topic ${n}`, 'x', { category: n % 2 === 0 ? 'Even' : '' })
})

describe('a member', () => {
  test('looks through the list page by page, also of one category, with buttons that hold no state', async () => {
    const seen = await member.slash('faq list')
    assert.ok(seen.ephemeral)
    assert.match(described(seen), /^\*\*#1\*\* How do I get a refund\?\n\*\*#2\*\* Topic 2 · Even\n/)
    const next = await member.click(seen, 'Next')
    assert.match(described(next), /^\*\*#11\*\* Topic 11\n\*\*#12\*\* Topic 12 · Even$/)
    const even = await member.slash('faq list', { category: 'Even', public: true })
    assert.ok(!even.ephemeral)
    assert.equal(described(even).split('\n').length, 6)
    assert.deepEqual(
      (await member.autocomplete('faq list', 'category', 'ev')).map(({ value }: { value: unknown }) => value),
      ['Even'],
    )
  })

  test('reads an answer by its number, and is told of one that is not there', async () => {
    const seen = await member.slash('faq view', { id: 1 })
    assert.deepEqual(
      [seen.embeds[0]?.title, described(seen)],
      ['How do I get a refund?', 'Ask **staff** within 14 days.'],
    )
    const views = await viewsOf(1)
    await member.select(await member.slash('faq search', { query: 'refund' }), 'faq:read:', ['1'])
    await staff.slash('faq edit', { id: 1 })
    assert.deepEqual([await viewsOf(1), await viewsOf(2)], [views + 1, 0])
    assert.match((await member.slash('faq view', { id: 99 })).content, /no question #99/)
    assert.match((await guest.slash('faq view', { id: 1 }, THERE)).content, /no question #1/)
  })

  test('finds answers with the reason, and reads one of them', async () => {
    const seen = await member.slash('faq search', { query: 'refnud' })
    assert.match(described(seen), /“refnud” looks like a typo/)
    const read = await member.select(seen, 'faq:read:', ['1'])
    assert.equal(described(read), 'Ask **staff** within 14 days.')
    member.speaks('nl')
    assert.match(described(await member.slash('faq search', { query: 'cash' })), /“cash” is een van de trefwoorden/)
    member.speaks('en-US')
  })

  test('is offered titles while typing', async () => {
    const offered = async (typed: string) =>
      (await member.autocomplete('faq search', 'query', typed)).map(({ value }: { value: unknown }) => value)
    assert.deepEqual(await offered('how ref'), ['How do I get a refund?'])
    assert.ok((await offered('')).length >= 12)
  })

  test('writes, changes and sees nothing of what is for staff', async () => {
    for (const [command, options] of [
      ['faq add', {}],
      ['faq edit', { id: 1 }],
      ['faq delete', { id: 1 }],
      ['faq history', { id: 1 }],
      ['faq reload', {}],
      ['faq todo', {}],
      ['faq synonyms list', {}],
      ['faq synonyms add', { words: 'a, b' }],
      ['faq synonyms remove', { group: 1 }],
    ] as const)
      assert.match((await member.slash(command, options)).content, REFUSED, command)
    const seen = await member.slash('faq view', { id: 1 })
    for (const id of ['delete:1.1', 'restore:1.1.1', 'version:1.1', 'publish:1.1', 'dismiss:1', 'write:1', 'edit:1']) {
      const after = await pressed(seen, `faq:${id}`, member)
      const said = after.followUps()[0]?.content ?? after.content
      assert.match(said, REFUSED, id)
    }
  })

  test('looks nothing up where the FAQ is switched off', async () => {
    await owner.slash('config set', { setting: 'faq.enabled', value: 'off' })
    for (const [command, options] of [
      ['faq list', {}],
      ['faq view', { id: 1 }],
      ['faq search', { query: 'x' }],
    ] as const)
      assert.equal((await member.slash(command, options)).content, 'The FAQ of this server is switched off.')
    assert.deepEqual(await member.autocomplete('faq search', 'query', 'ref'), [])
    await owner.slash('config set', { setting: 'faq.enabled', value: 'on' })
  })
})

describe('staff', () => {
  test('writes and changes entries in forms', async () => {
    const written = await write('Opening hours', 'From nine.', { keywords: 'open, closed' }, staff)
    assert.match(written.content, /^Question #13/)
    const form = await staff.slash('faq edit', { id: 13 })
    assert.match(JSON.stringify(formOf(form)), /"value":"open, closed"/)
    const saved = await staff.submit(form, { ...blank, title: 'Opening hours', answer: 'From ten.' })
    assert.match(saved.content, /^Question #13 is changed/)
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From ten.')
  })

  test('loses nothing that was written while somebody else changed the entry', async () => {
    const form = await staff.slash('faq edit', { id: 13 })
    const other = await owner.slash('faq edit', { id: 13 })
    await owner.submit(other, { ...blank, title: 'Opening hours', answer: 'From eleven.' })
    const late = await staff.submit(form, { ...blank, title: 'Opening hours', answer: 'From noon.' })
    assert.match(late.content, /What you wrote is kept as version 4/)
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From eleven.')
    const mine = await staff.click(late, 'Use my text')
    assert.match(mine.content, /^Version 4 of question #13 holds again/)
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From noon.')
  })

  test('is refused what does not fit, as by the API, and given back what was written', async () => {
    const api = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/faq`
    const signedIn = await app.signIn(DEMO.people.demo_owner)
    const long = 'k'.repeat(51)
    const many = Array.from({ length: 21 }, (_, n) => `word${n}`).join(', ')
    for (const [keywords, sentence] of [
      [long, 'A keyword must have at most 50 characters.'],
      [many, 'There can be at most 20 keywords.'],
    ] as const) {
      const answer = 'An **answer** that took an hour.'
      const added = await write('Parking', answer, { keywords, category: 'Cars' }, staff)
      const form = await staff.slash('faq edit', { id: 13 })
      const edited = await staff.submit(form, { ...blank, title: 'Opening hours', answer, keywords })
      for (const refused of [added, edited]) {
        assert.equal(refused.content, `${sentence}\nNothing was saved. This is what you wrote, to copy:`)
        assert.equal(refused.embeds[1]?.description, `\`\`\`\n${answer}\n\`\`\``)
        assert.ok(refused.embeds[2]?.description?.includes(keywords))
      }
      const body = { title: 'Parking', summary: answer, keywords: keywords.split(', ') }
      const { status, json } = await sendJson(api, 'POST', body, signedIn)
      assert.deepEqual([status, json.errors[0].path.startsWith('/keywords')], [400, true])
    }
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From noon.')
    assert.match((await member.slash('faq view', { id: 14 })).content, /no question #14/)
  })

  test('deletes after being asked, and takes that back', async () => {
    const asked = await staff.slash('faq delete', { id: 13 })
    const deleted = await staff.click(asked, 'Delete')
    assert.equal(deleted.content, 'Question #13 is deleted.')
    assert.match((await member.slash('faq view', { id: 13 })).content, REFUSED)
    assert.match((await staff.click(deleted, 'Undo')).content, /holds again/)
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From noon.')
    assert.equal(
      (await staff.click(await staff.slash('faq delete', { id: 13 }), 'Keep')).content,
      'Nothing was deleted.',
    )
  })

  test('goes through the versions and brings one back, unless somebody was quicker', async () => {
    const latest = await staff.slash('faq history', { id: 13 })
    assert.match(latest.content, /^Brought back by <@/)
    let seen = latest
    for (let n = 0; n < 6; n += 1) seen = await staff.click(seen, 'Older')
    assert.deepEqual([described(seen), seen.embeds[0]?.footer?.text], ['From nine.', 'Version 1 of 7'])
    const stale = await staff.slash('faq history', { id: 13 })
    const older = await staff.click(stale, 'Older')
    assert.match((await staff.click(seen, 'Restore this version')).content, /^Version 1 of question #13 holds again/)
    const late = await staff.click(older, 'Restore this version')
    assert.match(late.followUps()[0]?.content ?? late.content, /was changed meanwhile/)
    assert.equal(described(await member.slash('faq view', { id: 13 })), 'From nine.')
  })

  test('indexes anew, and is told how many entries', async () => {
    await app.db.deleteFrom('faq_vocabulary').execute()
    assert.equal((await staff.slash('faq reload')).content, '13 questions are indexed anew.')
    const { published } = await app.db.selectFrom('faq_guilds').selectAll().executeTakeFirstOrThrow()
    assert.equal(published, 13)
    assert.match(described(await member.slash('faq search', { query: 'openign' })), /looks like a typo/)
  })

  test('says which words mean the same', async () => {
    assert.match(
      (await staff.slash('faq synonyms add', { words: 'refund, Restitution' })).content,
      /refund, Restitution$/,
    )
    assert.match(
      described(await member.slash('faq search', { query: 'restitution' })),
      /means the same as “restitution”/,
    )
    assert.match(described(await staff.slash('faq synonyms list')), /^\*\*1\.\*\* refund, Restitution$/)
    assert.match((await staff.slash('faq synonyms add', { words: 'alone,' })).content, /At least two/)
    assert.match((await staff.slash('faq synonyms remove', { group: 1 })).content, /no longer mean the same/)
    assert.match((await staff.slash('faq synonyms remove', { group: 1 })).content, /no group 1/)
  })

  test('works through what was looked for in vain', async () => {
    const none = await member.slash('faq search', { query: 'antigravity boots' })
    assert.match(none.content, /^I found no answer to that/)
    await member.slash('faq search', { query: 'perpetual motion' })
    await member.slash('faq search', { query: 'antigravity boots' })
    const todo = await staff.slash('faq todo')
    assert.match(described(todo), /^\*\*1\.\*\* antigravity boots · asked 2 times/)
    const form = await staff.click(todo, 'Write an entry (1)')
    assert.match(JSON.stringify(formOf(form)), /"value":"antigravity boots"/)
    await staff.submit(form, { ...blank, title: 'Antigravity boots', answer: 'None are sold.' })
    const rest = await staff.slash('faq todo')
    assert.match(described(rest), /^\*\*1\.\*\* perpetual motion · asked once/)
    assert.match(described(await staff.click(rest, 'Dismiss (1)')), /^Nothing was looked for in vain/)
    assert.match(described(await member.slash('faq search', { query: 'antigravity boots' })), /None are sold/)
  })

  test('reaches nothing of another guild, even as its owner with forged buttons', async () => {
    const before = await app.db.selectFrom('faq_versions').selectAll().execute()
    const seen = await guest.slash('faq list', {}, THERE)
    for (const id of ['delete:1.1', 'restore:1.1.1', 'version:1.1', 'publish:1.1', 'edit:1']) {
      const after = await pressed(seen, `faq:${id}`)
      assert.match(after.followUps()[0]?.content ?? after.content, /no such entry in this server/, id)
    }
    const form = await guest.slash('faq add', {}, THERE)
    formOf(form).custom_id = 'faq:edited:1.1'
    const sent = await guest.submit(form, { ...blank, title: 'Mine', answer: 'now' })
    assert.match(sent.content, /no such entry in this server/)
    assert.deepEqual(await app.db.selectFrom('faq_versions').selectAll().execute(), before)
  })
})

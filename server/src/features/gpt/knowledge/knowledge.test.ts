/** Documents from which questions are answered: uploaded by admins, or files of the data directory. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId } from '../../../kernel/ids.ts'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { until } from '../../../testing/until.ts'
import { findPassages } from './search-store.ts'

const { demo_owner: OWNER, demo_guest: GUEST } = DEMO.people
const [HOME, OTHER] = [GuildId.parse(DEMO.guild), GuildId.parse(DEMO.otherGuild)]
const outside = await mkdtemp(join(tmpdir(), 'alphapy-outside-'))
const dataDir = await mkdtemp(join(tmpdir(), 'alphapy-knowledge-'))
const folder = join(dataDir, 'knowledge')
await mkdir(join(folder, HOME), { recursive: true })
await mkdir(join(folder, 'not-a-server'))
await writeFile(join(outside, 'passwords.md'), '# Passwords\n\nThe zebra password.')
await writeFile(join(folder, 'operator.md'), '# Bot\n\nThe zebra belongs to everybody.')
await writeFile(join(folder, HOME, 'home.md'), '# House\n\nThe zebra lives at home.')
await writeFile(join(folder, 'not-a-server', 'lost.md'), 'The zebra is lost.')
await symlink(join(outside, 'passwords.md'), join(folder, 'link.md'))
await symlink(outside, join(folder, OTHER))
await symlink(join(folder, 'operator.md'), join(folder, 'inside.md'))

const app = await startApp({ roles: ['api', 'worker'], environment: { DATA_DIR: dataDir } })
after(async () => {
  await app[Symbol.asyncDispose]()
  for (const each of [outside, dataDir]) await rm(each, { recursive: true })
})
const { db } = app
const headers = new Map([
  [OWNER, await app.signIn(OWNER)],
  [GUEST, await app.signIn(GUEST)],
] as const)
type Caller = typeof OWNER | typeof GUEST
const send = (user: Caller, method: string, path: string, body?: unknown) =>
  sendJson(`${app.alphapy.apiUrl}/api/dashboard/${path}`, method, body, headers.get(user))
const upload = (name: string, markdown: string, more = {}) =>
  send(OWNER, 'POST', `${HOME}/knowledge`, { name, markdown, ...more })
const list = async (user: Caller = OWNER, guild: string = HOME) =>
  (await send(user, 'GET', `${guild}/knowledge`)).json.documents
const found = async (question: string, guild = HOME) =>
  (await findPassages(db, guild, question, 10)).map(({ title, text }) => `${title}: ${text}`)
const turn = () => app.clock.advance({ seconds: 30 })
/** No worker has it any more. */
async function turnsUntilGone(word: string): Promise<void> {
  for (let turns = 0; turns < 4; turns += 1) await turn()
  await until('that it is gone', async () => (await found(word)).length === 0)
}
/** How often the operational log was told of a change. */
const told = async () =>
  (await db.selectFrom('operational_events').select('id').where('event_type', '=', 'KNOWLEDGE_CHANGED').execute())
    .length

describe('documents that admins upload', () => {
  test('are added, replaced whole and removed, and each of it is told', async () => {
    const first = await upload('Guide', '# Giraffe\n\nThe giraffe is tall.')
    assert.deepEqual([first.status, first.json.version, first.json.passages], [200, 1, 1])
    const second = await upload('Guide', '# Okapi\n\nThe okapi is shy.')
    assert.deepEqual([second.json.id, second.json.version], [first.json.id, 2])
    assert.deepEqual([await found('giraffe'), await found('okapi')], [[], ['Guide › Okapi: The okapi is shy.']])
    const [guide] = (await list()).filter(({ name }: { name: string }) => name === 'Guide')
    assert.deepEqual([guide.origin, guide.version], ['uploaded', 2])
    // A number of JSON, which JavaScript would round.
    assert.match((await send(OWNER, 'GET', `${HOME}/knowledge`)).text, new RegExp(`"updated_by":"?${OWNER}`))
    assert.equal((await send(OWNER, 'DELETE', `${HOME}/knowledge/${guide.id}`)).status, 200)
    assert.equal((await send(OWNER, 'DELETE', `${HOME}/knowledge/${guide.id}`)).status, 404)
    assert.deepEqual(await found('okapi'), [])
    const events = await db.selectFrom('operational_events').select(['event_type', 'details']).orderBy('id').execute()
    const acts = events.flatMap(({ event_type, details }) =>
      event_type === 'KNOWLEDGE_CHANGED' && JSON.stringify(details).includes('Guide') ? [JSON.stringify(details)] : [],
    )
    assert.deepEqual(
      acts.map((act) => /"act":\s*"(\w+)"/.exec(act)?.[1]),
      ['added', 'replaced', 'removed'],
    )
  })

  test('replace the version that was meant, and no other', async () => {
    assert.equal((await upload('Once', 'The lynx.', { version: 0 })).status, 200)
    assert.equal((await upload('Once', 'The lynx again.', { version: 0 })).json.code, 'gpt.document_replaced')
    assert.equal((await upload('Once', 'The lynx again.', { version: 1 })).status, 200)
  })

  test('may be as long as a request may be, and no longer', async () => {
    assert.equal((await upload('Long', 'x\n'.repeat(80_000))).status, 200)
    assert.equal((await upload('Longer', 'x'.repeat(256 * 1024))).status, 413)
  })

  test('are at most a hundred, also of two that are uploaded at once', async () => {
    const there = (await list()).filter(({ origin }: { origin: string }) => origin === 'uploaded').length
    const row = (at: number) => ({
      guild_id: HOME,
      origin: 'uploaded',
      name: `filler ${at}`,
      version: 1,
      bytes: 1,
      updated_at: app.clock.now(),
    })
    await db
      .insertInto('knowledge_documents')
      .values(Array.from({ length: 99 - there }, (_, at) => row(at)))
      .execute()
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => upload(name, 'The last one.')))
    assert.deepEqual(answers.map(({ json }) => json.code ?? 'added').toSorted(), [
      'added',
      'gpt.too_many_documents',
      'gpt.too_many_documents',
    ])
    await db.deleteFrom('knowledge_documents').where('origin', '=', 'uploaded').execute()
  })

  test('are found in English and Dutch, whatever form a word has', async () => {
    await upload(
      'Talen',
      '# Wachtwoorden\n\nJe wachtwoord verandert via het menu.\n\n# Invites\n\nInviting friends is easy.',
    )
    assert.deepEqual(await found('Hoe kan ik mijn wachtwoorden veranderen?'), [
      'Talen › Wachtwoorden: Je wachtwoord verandert via het menu.',
    ])
    assert.deepEqual(await found('How do I invite a friend?'), ['Talen › Invites: Inviting friends is easy.'])
    for (const odd of ['', "'", "a'b\\c", ':* & !', '\u{1F98A}']) assert.deepEqual(await found(odd), [])
  })
})

describe('files of the data directory', () => {
  const ofEverybody = [
    'inside › Bot: The zebra belongs to everybody.',
    'operator › Bot: The zebra belongs to everybody.',
  ]

  test('are read at start: for every server or for the one that names their folder, and no link out of it', async () => {
    await until('the files', async () => (await found('zebra')).length === 3)
    assert.deepEqual((await found('zebra')).toSorted(), ['home › House: The zebra lives at home.', ...ofEverybody])
    assert.deepEqual((await found('zebra', OTHER)).toSorted(), ofEverybody)
    assert.deepEqual((await list(GUEST, OTHER)).length, 0)
    assert.ok(app.log.some((line) => line.includes('link.md') && line.includes('leads out of the folder')))
  })

  test('are read again when they changed, and forgotten when they are gone', async () => {
    const path = join(folder, HOME, 'home.md')
    await writeFile(path, '# House\n\nThe zebra moved away.')
    await utimes(path, 1, 1)
    await turn()
    await until('the change', async () => (await found('moved')).length === 1)
    await rm(path)
    await turnsUntilGone('moved')
  })

  test("of two processes whose folders differ stand beside each other, and neither takes the other's away", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'alphapy-elsewhere-'))
    const theirs = join(elsewhere, 'knowledge')
    await mkdir(theirs)
    await writeFile(join(theirs, 'their.md'), '# Theirs\n\nThe walrus is theirs.')
    await writeFile(join(theirs, 'last.md'), '# Last\n\nThe dodo is theirs.')
    await writeFile(join(theirs, 'operator.md'), '# Bot\n\nThe zebra belongs to them.')
    const theirZebra = 'operator › Bot: The zebra belongs to them.'
    const both = [
      ofEverybody[0] ?? '',
      'last › Last: The dodo is theirs.',
      theirZebra,
      'their › Theirs: The walrus is theirs.',
    ]
    const animals = async () =>
      [...(await found('zebra')), ...(await found('walrus')), ...(await found('dodo'))].toSorted()
    const before = await told()
    const other = await startAgain(app, 'worker', { DATA_DIR: elsewhere })
    try {
      await until('what both have', async () => (await animals()).join() === both.join())
      for (let turns = 0; turns < 8; turns += 1) await turn()
      // Two were added, one replaced, and nothing was taken away, not even for a while.
      assert.deepEqual([await animals(), await told()], [both, before + 3])
      await rm(join(theirs, 'their.md'))
      await turnsUntilGone('walrus')
      await writeFile(join(folder, 'operator.md'), '# Bot\n\nThe zebra belongs to everybody.')
      await utimes(join(folder, 'operator.md'), 2, 2)
      await turn()
      await until('the change', async () => !(await animals()).includes(theirZebra))
    } finally {
      await other.stop()
    }
    // As after the last process of a version that had it.
    await turnsUntilGone('dodo')
    assert.deepEqual((await found('zebra')).toSorted(), ofEverybody)
    await rm(elsewhere, { recursive: true })
  })

  test('stay where the folder is not there, as on another machine', async () => {
    await rm(folder, { recursive: true })
    await turn()
    await turn()
    assert.equal((await found('zebra')).length, 2)
  })
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { VERSION } from '../../platform/version.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { notesOf, readChangelog } from './changelog.ts'
import { releaseReply } from './replies.ts'

const app = await startApp({ roles: ['gateway'], environment: { PUBLIC_URL: 'https://bot.example.com' } })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app

type Shown = Awaited<ReturnType<typeof member.slash>>
type Person = typeof member
const described = (seen: Shown) => seen.embeds[0]?.description ?? ''

const stopping = ({ stop }: { stop(): Promise<void> }) => ({ [Symbol.asyncDispose]: stop })

/** The text of all its pages. */
async function allPages(person: Person, seen: Shown, scope = 'admin'): Promise<string[]> {
  const texts = [described(seen)]
  for (let at = 1; seen.components.length > 0; at += 1) {
    const [page, pages] = seen.embeds[0]?.footer?.text.match(/\d+/g) ?? []
    assert.equal(page, String(at))
    if (page === pages) break
    await person.click(seen, `about:commands:${at}:${scope}`)
    texts.push(described(seen))
  }
  return texts
}

test('/version tells everybody what runs here, and where the API is described', async () => {
  const seen = await member.slash('version')
  assert.ok(seen.ephemeral)
  assert.equal(seen.embeds[0]?.title, `Alphapy ${VERSION}`)
  assert.equal(described(seen), '“Lifecycle Manager”')
  const fields = seen.embeds[0]?.fields?.map(({ value }) => value) ?? []
  assert.equal(fields[0], process.version)
  assert.equal(fields[2], 'https://bot.example.com/docs')
})

test('/release tells everybody what the list of changes says of this version', async () => {
  const changelog = (await readChangelog()) ?? ''
  const notes = notesOf(changelog, VERSION)?.text ?? ''
  const [firstLine = ''] = notes.split('\n', 1)
  assert.ok(firstLine)
  const seen = await member.slash('release')
  assert.ok(seen.ephemeral)
  assert.ok(described(seen).includes(firstLine))
  member.speaks('nl')
  const inDutch = await member.slash('release')
  member.speaks('en-US')
  assert.equal(inDutch.embeds[0]?.title, `Nieuw in ${VERSION}`)
  assert.match(described(inDutch), /^-# Geschreven voor wie de bot beheert, in het Engels\.$/m)
})

test('/release fits on a screen, and says where the rest is', () => {
  const told = (text: string) => releaseReply({ of: 'unreleased', text }, 'en').embeds?.[0]?.description ?? ''
  const long = told('- A line of the list that goes on for a while\n'.repeat(100))
  assert.ok(long.length < 2_000, `${long.length} characters`)
  assert.match(long, /for a while\n…\n-# This is the beginning\. .*CHANGELOG\.md/)
  assert.doesNotMatch(told('- All'), /beginning/)
})

test('/release links to whole addresses alone', () => {
  const text = '- See [the table](docs/tickets.md), [top](#top), [Node](https://nodejs.org) and `[a](b)`'
  const { description } = releaseReply({ of: 'version', text }, 'en').embeds?.[0] ?? {}
  assert.match(description ?? '', /^- See the table, top, \[Node\]\(https:\/\/nodejs\.org\) and `\[a\]\(b\)`$/m)
})

describe('/commands', () => {
  test('lists what is registered, clickable, and nothing that needs a permission', async () => {
    const seen = await member.slash('commands')
    assert.ok(seen.ephemeral)
    const id = [...simulator.state.commands.values()].find(({ name }) => name === 'health')?.id
    const text = (await allPages(member, seen, 'all')).join('\n')
    assert.ok(text.includes(`</health:${id}>: How the bot is doing`))
    assert.doesNotMatch(text, /config|🔒/)
  })

  test('shows those that need a permission to whoever asks and has it, on every page', async () => {
    const text = (await allPages(owner, await owner.slash('commands', { include_admin: true }))).join('\n')
    for (const { name } of simulator.state.commands.values()) assert.match(text, new RegExp(`</${name}[ :]`))
    assert.match(text, /<\/config set:\d+> 🔒/)
    const refused = await member.slash('commands', { include_admin: true })
    assert.doesNotMatch((await allPages(member, refused)).join('\n'), /config|🔒/)
    assert.doesNotMatch((await allPages(owner, await owner.slash('commands'), 'all')).join('\n'), /config/)
  })

  test('puts each feature under a title in the language of the reader', async () => {
    owner.speaks('nl')
    const text = (await allPages(owner, await owner.slash('commands', { include_admin: true }))).join('\n')
    owner.speaks('en-US')
    const titles: string[] = text.match(/^\*\*.*\*\*$/gm) ?? []
    assert.ok(titles.includes('**Herinneringen**'))
    for (const title of titles) assert.match(title, /^\*\*\p{Lu}/u, 'a feature without a title')
    assert.match(text, /<\/health:\d+>: Hoe het met de bot gaat/)
  })

  test('is shown to everyone where that is wished', async () => {
    assert.equal((await member.slash('commands', { public: true })).ephemeral, false)
  })

  test('turns its pages after a restart, and only within them', async () => {
    const seen = await owner.slash('commands', { include_admin: true })
    const first = described(seen)
    await app.alphapy.stop()
    await using _again = stopping(await startAgain(app, 'gateway'))
    await owner.click(seen, 'Next')
    assert.notEqual(described(seen), first)
    assert.ok(seen.message)
    const button = { type: 2, style: 2, label: 'Far', custom_id: 'about:commands:9999:admin' }
    seen.message.components = [{ type: 1, components: [button] }]
    await owner.click(seen, 'Far')
    assert.match(seen.embeds[0]?.footer?.text ?? '', /^Page (\d+) of \1 /)
  })

  test('shows plain names while Discord does not tell the ids', async () => {
    await using _again = stopping(await startAgain(app, 'gateway'))
    simulator.faults.on({ method: 'GET', path: '/applications/@me' }, 'hang')
    assert.match(described(await (await member.slash('commands')).settled()), /^`\/add_reminder`/m)
    simulator.faults.clear()
  })
})

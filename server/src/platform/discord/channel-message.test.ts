import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { pino } from 'pino'
import { ChannelId, type UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { messageOf } from './channel-message.ts'
import { discordRest } from './rest.ts'

const { demo_member: member, demo_staff: staff } = DEMO.people
const general = ChannelId.parse(DEMO.channels.general)

test('a message tells who wrote it, what it answers, whom it names and what hangs on it', async () => {
  await using simulator = await startSimulator({ strict: true })
  const clock = new TestClock(Temporal.Instant.from('2026-03-01T12:00:00Z'))
  const { restUrl: apiUrl, token } = simulator
  const rest = discordRest({ apiUrl, token, logger: pino({ level: 'silent' }), clock })
  const user = simulator.state.users.get(member)
  assert.ok(user)
  user.avatar = 'a1b2'
  const question = simulator.person(staff).say(general, 'Where?')
  const bytes = new TextEncoder().encode('tea')
  const said = simulator.person(member).say(general, `Here, <@${staff}>`, {
    replyTo: question.id,
    files: [{ name: 'tea.txt', bytes, contentType: 'text/plain' }],
  })
  const [message] = await rest.recentMessages(general, { limit: 1 })
  assert.ok(message)
  assert.deepEqual(message.author, {
    username: 'demo_member',
    displayName: 'Mira (member)',
    avatarUrl: `https://cdn.discordapp.com/avatars/${member}/a1b2.png`,
  })
  assert.equal(message.replyTo, question.id)
  assert.equal(message.createdAt.epochMilliseconds, Date.parse(said.timestamp))
  assert.deepEqual([...message.mentions], [[staff, 'Stella (staff)']])
  const [attachment] = message.attachments
  assert.ok(attachment)
  const { id: _, url, ...about } = attachment
  assert.deepEqual(about, { name: 'tea.txt', size: 3, contentType: 'text/plain', width: null, height: null })
  assert.equal(await (await fetch(url)).text(), 'tea')
})

test('a message of the gateway names people as the guild does', async () => {
  await using simulator = await startSimulator({ strict: true })
  const known = simulator.state.guilds.get(DEMO.guild)?.members.get(staff)
  assert.ok(known)
  known.nick = 'Stel'
  const heard: unknown[] = []
  simulator.world.onDispatch(({ event, data }) => {
    if (event === GatewayDispatchEvents.MessageCreate) heard.push(data)
  })
  simulator.person(staff).say(general, `I am <@${staff}>`)
  const message = messageOf(JSON.parse(JSON.stringify(heard[0])))
  assert.equal(message.author.displayName, 'Stel')
  assert.equal(message.mentions.get(staff as UserId), 'Stel')
})

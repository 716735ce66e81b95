import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChannelType, Events } from 'discord.js'
import { DEMO } from '../index.ts'
import { connect } from '../testing.ts'

const { demo_member, demo_staff } = DEMO.people
const { general } = DEMO.channels

test('a webhook speaks under its own name, as no member and no application', async () => {
  await using connected = await connect()
  const { client, simulator } = connected
  const heard: (readonly unknown[])[] = []
  client.on(Events.MessageCreate, ({ author, content, webhookId, applicationId, member }) => {
    heard.push([author.username, author.bot, content, webhookId, applicationId, member])
  })
  const webhook = simulator.webhook(general, 'News')
  const { id } = webhook.say('Tea is on sale')
  await connected.until(() => heard.length === 1)
  assert.deepEqual(heard, [['News', true, 'Tea is on sale', webhook.id, null, null]])
  const channel = await client.channels.fetch(general)
  assert.ok(channel?.type === ChannelType.GuildText)
  assert.equal((await channel.messages.fetch(id)).webhookId, webhook.id)
})

test('the bot hears what is said, edited and deleted in a private thread that it is in, and of no other', async () => {
  await using connected = await connect()
  const { client, simulator } = connected
  const role = simulator.state.guilds.get(DEMO.guild)?.roles.get(DEMO.roles.bot)
  assert.ok(role)
  role.permissions = String(BigInt(role.permissions) & ~(1n << 34n))
  const heard: string[] = []
  client.on(Events.Raw, ({ t }: { t: string }) => void heard.push(t))
  const channel = await client.channels.fetch(general)
  assert.ok(channel?.type === ChannelType.GuildText)
  const thread = await channel.threads.create({ name: 'Tea', type: ChannelType.PrivateThread })
  await thread.members.add(demo_member)
  const member = simulator.person(demo_member)
  const said = member.say(thread.id, 'Hello')
  member.edit(said, 'Hello there')
  member.delete(said)
  await connected.until(() => heard.includes('MESSAGE_DELETE'))
  assert.deepEqual(
    heard.filter((event) => /^(THREAD|MESSAGE)_/.test(event)),
    ['THREAD_CREATE', 'THREAD_MEMBERS_UPDATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'],
  )
  await thread.leave()
  member.say(thread.id, 'Is somebody there?')
  const staff = simulator.person(demo_staff)
  const spam = ['a', 'b'].map((text) => member.say(general, text))
  staff.purge(spam)
  await connected.until(() => heard.includes('MESSAGE_DELETE_BULK'))
  assert.equal(heard.filter((event) => event === 'MESSAGE_CREATE').length, 3)
})

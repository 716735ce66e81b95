import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Team, User } from 'discord.js'
import { DEMO } from '../../index.ts'
import { connect } from '../../testing.ts'

const { people, applicationOwner } = DEMO

test('the application belongs to somebody outside the community', async () => {
  await using connected = await connect()
  const { owner } = await connected.client.application.fetch()
  assert.ok(owner instanceof User)
  assert.equal(owner.id, applicationOwner)
  for (const guild of connected.simulator.state.guilds.values()) assert.ok(!guild.members.has(owner.id))
})

test('an application of a team names the team with the roles of its members', async () => {
  await using connected = await connect()
  connected.simulator.state.application.team = {
    id: '1100000000000000950',
    name: 'Builders',
    owner_user_id: applicationOwner,
    members: [
      { user_id: applicationOwner, membership_state: 2, role: 'admin' },
      { user_id: people.demo_member, membership_state: 1, role: 'developer' },
    ],
  }
  const { owner } = await connected.client.application.fetch()
  assert.ok(owner instanceof Team)
  assert.deepEqual([owner.name, owner.ownerId], ['Builders', applicationOwner])
  const members = owner.members.map(({ id, membershipState, role }) => [id, membershipState, role])
  assert.deepEqual(members, [
    [applicationOwner, 2, 'admin'],
    [people.demo_member, 1, 'developer'],
  ])
})

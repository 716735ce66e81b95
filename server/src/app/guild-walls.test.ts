import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAnnouncing } from '../testing/announcements.ts'
import { forged } from '../testing/forged.ts'
import { until } from '../testing/until.ts'

/** Custom ids of one guild, pressed in another, by the owner of that one: they reach nothing of the first. */

const HERE = { channel: DEMO.channels.general }
const THERE = { guild: DEMO.otherGuild }

const app = await startAnnouncing()
after(() => app[Symbol.asyncDispose]())
const { simulator, db } = app
/** A member here, the owner there. */
const guest = simulator.person(DEMO.people.demo_guest)

const reminders = () => db.selectFrom('reminders').selectAll().orderBy('id').execute()
const open = () => db.selectFrom('reminder_deliveries').selectAll().where('status', '=', 'due').execute()

type Seen = Awaited<ReturnType<typeof guest.slash>>
const text = (seen: Seen) => seen.followUps()[0]?.content ?? seen.content

async function press(customId: string): Promise<string> {
  const seen = forged(await guest.slash('version', {}, THERE), customId)
  return text(await (await guest.click(seen, 'Forged')).settled())
}

/** The custom id of the button with this label, wherever it stands in the message. */
function idOf({ components }: { readonly components: unknown }, label: string): string {
  const found = new RegExp(
    `"custom_id":"([^"]+)"[^}]*"label":"[^"]*${label}|"label":"[^"]*${label}[^}]*"custom_id":"([^"]+)"`,
  )
  const [, before, behind] = found.exec(JSON.stringify(components)) ?? []
  return before ?? behind ?? assert.fail(`no button ${label}`)
}

const preview = (when: string) => guest.slash('add_reminder', { name: 'Tea', when }, HERE)

describe('in another guild', () => {
  test('a reminder is neither saved nor discarded', async () => {
    const shown = await preview('in 2 minutes')
    for (const label of ['Save', 'Discard'])
      assert.match(await press(idOf(shown, label)), /^This reminder was saved or discarded already/, label)
    assert.deepEqual(await reminders(), [])
    await guest.click(shown, 'Save')
    assert.equal((await reminders()).length, 1)
  })

  test('a reminder is neither deleted nor changed', async () => {
    const [{ id, version } = assert.fail('none')] = await reminders()
    assert.match(await press(`reminders:delete:${id}`), new RegExp(`no reminder ${id}`))
    const own = await guest.click(await guest.slash('add_reminder', { name: 'Own', when: 'in 9 days' }, THERE), 'Save')
    const ownId = /#(\d+)/.exec(own.content)?.[1] ?? ''
    const form = await guest.slash('reminder_edit', { reminder_id: ownId }, THERE)
    assert.ok(form.modal)
    form.modal.custom_id = `reminders:edit:${id}:${version}`
    assert.match(text(await guest.submit(form, { name: 'Coffee' })), new RegExp(`no reminder ${id}`))
    assert.deepEqual(
      (await reminders()).map(({ name }) => name),
      ['Tea', 'Own'],
    )
  })

  test('a delivered reminder is neither snoozed nor done with', async () => {
    const said = () =>
      simulator.messages(DEMO.channels.general).find((message) => JSON.stringify(message).includes('reminders:done:'))
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    const message = await until('the reminder', said)
    for (const label of ['Snooze 10 min', 'Snooze 1 h', 'Tomorrow', 'Done'])
      assert.match(await press(idOf(message, label)), /^This reminder does not exist any more/, label)
    assert.deepEqual(
      (await open()).map(({ guild_id }) => guild_id),
      [],
    )
    await guest.click(message, 'Snooze 10 min')
    assert.equal((await open()).length, 1)
  })

  test('what was asked to be erased here is not erased there', async () => {
    const asked = await guest.slash('my_data delete', { scope: 'server' }, HERE)
    const erase = idOf(asked, 'Erase')
    for (const customId of [erase, erase.replace('erase', 'erase_yes')])
      assert.match(await press(customId), /^Only the member who asked/)
    assert.deepEqual(
      (await reminders()).map(({ name }) => name),
      ['Tea', 'Own'],
    )
    assert.deepEqual(await db.selectFrom('privacy_receipts').select('id').execute(), [])
  })

  test('nothing is decided about an announcement', async () => {
    app.announce('Chess', 'On 20/03/2027 at 19:30')
    const [before] = await until('the announcement', async () => {
      const found = await app.rows()
      return found[0]?.status === 'made' ? found : undefined
    })
    assert.ok(before)
    for (const act of ['cancel', 'make', 'edit', 'ignore'])
      assert.match(
        await press(`embedwatcher:${act}:${before.id}:${before.version}`),
        /^This announcement is not known any more/,
        act,
      )
    assert.deepEqual(
      (await app.rows()).map(({ status, version }) => [status, version]),
      [[before.status, before.version]],
    )
  })
})

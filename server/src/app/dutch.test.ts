import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { until } from '../testing/until.ts'

const app = await startApp()
const { owner, member, simulator } = app
const { general, logs } = DEMO.channels

after(() => app[Symbol.asyncDispose]())

const textOf = (seen: { content: string; embeds: readonly unknown[] }) =>
  `${seen.content} ${JSON.stringify(seen.embeds)}`
const said = (channel: string) => simulator.messages(channel).filter(({ author_id }) => author_id === DEMO.bot)

describe('a member who reads Dutch', () => {
  test('makes, lists, changes and deletes a reminder in Dutch', async () => {
    member.speaks('nl')
    const preview = await member.slash('add_reminder', { name: 'Thee', when: 'elke vrijdag om 20:15' })
    assert.match(textOf(preview), /"Wanneer","value":"elke vrijdag om 20:15 \(UTC\)".*"Volgende"/)
    const saved = await member.click(preview, 'Bewaren')
    assert.match(saved.content, /^✅ Herinnering \*\*Thee\*\* \(#\d+\) staat klaar in <#\d+>\.\nVolgende: <t:\d+:F>/)
    const list = textOf(await member.slash('reminder_list'))
    assert.match(list, /"Herinneringen".*\*\*Thee\*\*.*elke vrijdag om 20:15/)
    const [offered] = await member.autocomplete('reminder_edit', 'reminder_id', 'thee')
    const form = await member.slash('reminder_edit', { reminder_id: offered?.value ?? '' })
    assert.match(JSON.stringify(form.modal), /"Naam".*"Wanneer".*elke vrijdag om 20:15.*"Bericht".*"Waar"/)
    const changed = await member.submit(form, { when: 'elke maand op de eerste maandag om 9:00' })
    assert.match(changed.content, /is gewijzigd\.\nVolgende:/)
    assert.match(textOf(await member.slash('reminder_list')), /elke maand op de eerste maandag om 09:00/)
    const asked = await member.slash('reminder_delete', { reminder_id: offered?.value ?? '' })
    assert.match(asked.content, /verwijderen\? Ze is niet terug te halen\./)
    assert.match((await member.click(asked, 'Verwijderen')).content, /is verwijderd\.$/)
    assert.match((await member.slash('reminder_list')).content, /^Er zijn hier nog geen herinneringen\./)
  })

  test('is refused in Dutch, and the API says the same in English', async () => {
    const refused = await member.slash('add_reminder', { name: 'Thee', when: 'vandaag om 9:00' })
    assert.equal(refused.content, 'De tijd moet in de toekomst liggen.')
    assert.match(
      (await member.slash('reminder_delete', { reminder_id: '99' })).content,
      /^Er is geen herinnering 99 van jou\.$/,
    )
    const body = { name: 'Thee', channel_id: general, rrule: 'FREQ=HOURLY', time: '09:00' }
    const { json } = await app.send(DEMO.people.demo_member, 'POST', '/api/reminders', body)
    assert.equal(
      json.detail,
      'rrule is wrong in FREQ: it must be DAILY, WEEKLY, MONTHLY or YEARLY: at most one event a day',
    )
    assert.deepEqual(Object.keys(json.errors[0]), ['path', 'message'])
  })
})

describe('an admin who reads Dutch', () => {
  test('sees and finds settings by their Dutch names', async () => {
    owner.speaks('nl')
    assert.match(
      textOf(await owner.slash('config show', { scope: 'system' })),
      /Instellingen van system.*\*\*Logkanaal\*\*.*niet ingesteld/s,
    )
    const offered = await owner.autocomplete('config set', 'setting', 'logkanaal')
    assert.deepEqual(
      offered.map(({ value }) => value),
      ['system.log_channel_id'],
    )
    const seen = await owner.slash('config set', { setting: 'logkanaal', value: '#logs' })
    assert.equal(seen.content, `Gewijzigd: Logkanaal: niet ingesteld → <#${logs}>`)
    for (const typed of ['logkanaal', 'log channel', 'niet ingesteld']) {
      const [change] = await owner.autocomplete('config rollback', 'change', typed)
      assert.match(change?.name ?? typed, /^#\d+ Logkanaal: niet ingesteld → #logs$/)
    }
    const wrong = await owner.slash('config set', { setting: 'herinneringen per lid', value: 'veel' })
    assert.equal(wrong.content, 'Herinneringen per lid moet een geheel getal van 1 tot en met 1000 zijn.')
    assert.match(textOf(await owner.slash('config history')), /Wijzigingen van instellingen.*door <@\d+>/s)
    assert.match(textOf(await owner.slash('config start')), /Instellen · 2 van \d+ · Regelkanaal/)
  })
})

describe('a server whose language is Dutch', () => {
  test('answers whoever reads neither Dutch nor English in Dutch', async () => {
    await owner.slash('config set', { setting: 'system.locale', value: 'nl' })
    member.speaks('de')
    assert.match((await member.slash('reminder_list')).content, /^Er zijn hier nog geen herinneringen\./)
    member.speaks('en-GB')
    assert.match((await member.slash('reminder_list')).content, /^There are no reminders here yet\./)
  })

  test('reads of changed settings and of reminders in Dutch, whoever made them', async () => {
    owner.speaks('en-US')
    await owner.slash('config set', { setting: 'gpt.temperature', value: '1' })
    await until('the log channel is told', () =>
      said(logs).some(({ embeds }) => /Instellingen gewijzigd.*Temperatuur/.test(JSON.stringify(embeds))),
    )
    const preview = await member.slash('add_reminder', { name: 'Tea', when: 'in 2 minutes', location: 'Room 1' })
    await member.click(preview, 'Save')
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    await until('the reminder is sent', () => said(general).length > 0)
    const sent = JSON.stringify(said(general))
    for (const words of [/"Wanneer".*"Waar"/, /"Herinnering #\d+"/, /"Over 10 min opnieuw"/]) assert.match(sent, words)
  })
})

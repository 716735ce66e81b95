import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'

const app = await startApp({ roles: ['api', 'gateway'] })
const { owner, simulator } = app
const admin = simulator.person(DEMO.people.demo_admin)
const { logs: LOGS, rules: RULES, tickets: TICKETS } = DEMO.channels
const LOG_CHANNEL = 'system.log_channel_id'

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
})

const textOf = (seen: { content: string; embeds: readonly unknown[] }) =>
  `${seen.content} ${JSON.stringify(seen.embeds)}`
const set = (setting: string, value: string, by = owner) => by.slash('config set', { setting, value })
const suggestions = async (setting: string, typed: string) =>
  (await owner.autocomplete('config set', 'value', typed, { setting })).map(({ name }) => name)
const settingsFor = async (typed: string, command = 'config set') =>
  (await owner.autocomplete(command, 'setting', typed)).map(({ value }) => value)

async function stored(): Promise<Record<string, unknown>> {
  const rows = await app.db.selectFrom('guild_settings').selectAll().orderBy('scope').orderBy('key').execute()
  return Object.fromEntries(rows.map(({ scope, key, value }) => [`${scope}.${key}`, value]))
}

async function latestChange(): Promise<string> {
  const latest = app.db.selectFrom('settings_history').select('id').orderBy('id', 'desc')
  return (await latest.executeTakeFirstOrThrow()).id
}

describe('/config set with a value', () => {
  test('changes the setting and says what became what, to the admin alone', async () => {
    const seen = await set(LOG_CHANNEL, '#logs')
    assert.ok(seen.ephemeral)
    assert.equal(seen.content, `Changed: Log channel: not set → <#${LOGS}>`)
    assert.deepEqual(await stored(), { [LOG_CHANNEL]: LOGS })
    assert.equal((await set(LOG_CHANNEL, RULES)).content, `Changed: Log channel: <#${LOGS}> → <#${RULES}>`)
  })

  test('takes the words that people use', async () => {
    assert.match((await set('reminders.enabled', 'uit')).content, /on \(default\) → off/)
    assert.match((await set('gpt.temperature', '0,3')).content, /0\.7 \(default\) → 0\.3/)
    assert.match((await set('system.timezone', 'brussels')).content, /`UTC` \(default\) → `Europe\/Brussels`/)
    assert.match((await set('onboarding.mode', 'questions')).content, /→ Questions/)
    assert.match((await set('ticketbot.staff_role_id', '@staff')).content, /not set → <@&/)
    assert.match((await set('ticketbot.category_id', 'tickets')).content, new RegExp(`→ <#${TICKETS}>`))
    assert.deepEqual(Object.values(await stored()), [
      0.3,
      'questions_only',
      false,
      'Europe/Brussels',
      TICKETS,
      DEMO.roles.staff,
    ])
  })

  test('says so when nothing changes', async () => {
    await set(LOG_CHANNEL, LOGS)
    assert.match((await set(LOG_CHANNEL, `<#${LOGS}>`)).content, /already. Nothing was changed/)
    assert.equal((await app.db.selectFrom('settings_history').selectAll().execute()).length, 1)
  })

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['reminders.enabled', '14:00', /^Reminders must be on or off\.$/],
    ['reminders.max_per_member', '14:00', /^Reminders per member must be a whole number from 1 to 1000\.$/],
    ['reminders.max_per_member', '1001', /whole number from 1 to 1000/],
    [LOG_CHANNEL, '#nowhere', /^Log channel must be a text or announcement channel of this server\.$/],
    [LOG_CHANNEL, TICKETS, /text or announcement channel/],
    [LOG_CHANNEL, DEMO.channels.otherGeneral, /of this server/],
    ['ticketbot.category_id', LOGS, /^Category must be a category of this server\.$/],
    ['ticketbot.staff_role_id', DEMO.roles.otherBot, /^Staff role must be a role of this server\.$/],
    ['ticketbot.staff_role_id', DEMO.guild, /must be a role/],
    ['system.timezone', 'Mars', /must be the name of a time zone/],
    ['onboarding.mode', 'rules', /→ Rules/],
    ['invites.no_inviter_template', '{guest} came', /must not contain \{guest\}/],
    ['gpt.model', 'x'.repeat(101), /text of 1 to 100 characters/],
    ['nothing.at_all', 'on', /^There is no such setting: choose one from the suggestions\.$/],
    ['template', 'on', /could be invites\.with_inviter_template, invites\.no_inviter_template/],
  ]
  for (const [setting, value, sentence] of refused)
    test(`answers in one sentence to ${setting} ${value.slice(0, 20)}`, async () => {
      assert.match((await set(setting, value)).content, sentence)
    })

  test('shows what people wrote without mentions or markup', async () => {
    await set('gpt.model', '@everyone **`x`** <@1>')
    const shown = textOf(await owner.slash('config show', { scope: 'gpt' }))
    assert.match(shown, /`@everyone \*\*ˋxˋ\*\* <@1>`/)
    const messages = [...simulator.state.ephemeral.values()]
    assert.ok(messages.every((message) => !message.mention_everyone && message.mentions.length === 0))
  })

  test('is undone by its button, and asks first when it was changed again since', async () => {
    const first = await set(LOG_CHANNEL, LOGS)
    const second = await set(LOG_CHANNEL, RULES, admin)
    const asked = await owner.click(first, 'Undo')
    assert.match(asked.content, new RegExp(`changed again since.*Log channel: <#${RULES}> → not set`, 's'))
    assert.deepEqual(await stored(), { [LOG_CHANNEL]: RULES })
    assert.match((await owner.click(asked, 'Leave it')).content, /Nothing was changed/)
    assert.equal((await admin.click(second, 'Undo')).content, `Rolled back: Log channel: <#${RULES}> → <#${LOGS}>`)
    assert.deepEqual(await stored(), { [LOG_CHANNEL]: LOGS })
  })
})

describe('/config set without a value', () => {
  const fitting: Record<string, string> = {
    channel: RULES,
    category: TICKETS,
    role: DEMO.roles.member,
    user: DEMO.people.demo_member,
    number: '1.5',
    string: 'grok-9',
    template: '{member} is here',
    timezone: 'Europe/Paris',
  }

  test('sets every setting there is by the picker or form of its type', async () => {
    const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}/schema`
    const { json } = await sendJson(path, 'GET', undefined, await app.signIn(DEMO.people.demo_owner))
    assert.ok(json.settings.length >= 30)
    for (const { scope, key, type, default: standard, choices, min } of json.settings) {
      const name = `${scope}.${key}`
      const shown = await owner.slash('config set', { setting: name })
      const fits: Record<string, string | undefined> = {
        ...fitting,
        boolean: standard ? 'off' : 'on',
        integer: String(min + 1),
        ...(key === 'lead_minutes' && { string: '1440, 60' }),
      }
      const value =
        type === 'enum' ? choices.find((choice: { value: string }) => choice.value !== standard).value : fits[type]
      const isWritten = ['integer', 'number', 'string', 'template', 'timezone'].includes(type)
      const seen = isWritten
        ? await owner.submit(await owner.click(shown, 'Change…'), { value })
        : await owner.select(shown, `settings:choose:${name}`, [value])
      assert.match(seen.content, /^Changed: /, name)
      assert.match(textOf(await owner.slash('config set', { setting: name })), /"Reset"|Now/)
    }
    assert.equal(Object.keys(await stored()).length, json.settings.length)
  })

  test('shows what holds: preselected, in the form, and with a way back to the default', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('invites.no_inviter_template', '{member} came')
    const shown = await owner.slash('config set', { setting: 'log channel' })
    assert.match(textOf(shown), new RegExp(`"Now","value":"<#${LOGS}>"[\\s\\S]*"not set"`))
    assert.match(JSON.stringify(shown.components), new RegExp(`"default_values":\\[\\{"id":"${LOGS}"`))
    const form = await owner.click(
      await owner.slash('config set', { setting: 'invites.no_inviter_template' }),
      'Change…',
    )
    assert.match(JSON.stringify(form.modal), /"value":"\{member\} came"/)
    assert.equal((await owner.click(shown, 'Reset')).content, `Changed: Log channel: <#${LOGS}> → not set`)
  })

  test('preselects no channel that is gone', async () => {
    await set(LOG_CHANNEL, LOGS)
    const gone = { value: JSON.stringify('1100000000000000299') }
    await app.db.updateTable('guild_settings').set(gone).execute()
    const shown = await owner.slash('config set', { setting: LOG_CHANNEL })
    assert.doesNotMatch(JSON.stringify(shown.components), /default_values/)
  })

  test('refuses in the form what breaks the rule, and changes nothing', async () => {
    const form = await owner.click(await owner.slash('config set', { setting: 'gpt.temperature' }), 'Change…')
    const seen = await owner.submit(form, { value: 'warm' })
    assert.equal(seen.content, 'Temperature must be a number from 0 to 2.')
    assert.deepEqual(await stored(), {})
  })
})

describe('suggestions', () => {
  test('find a setting by key, by label and by its documented command', async () => {
    for (const typed of [LOG_CHANNEL, 'log channel', 'system set_log_channel', '/config system set_log_channel'])
      assert.equal((await settingsFor(typed))[0], LOG_CHANNEL, typed)
  })

  test('find every setting of the documented sub-commands', async () => {
    const documented = {
      'system set_rules_channel': 'system.rules_channel_id',
      'system reset_log_level': 'system.log_level',
      'embedwatcher set_announcements': 'embedwatcher.announcements_channel_id',
      'embedwatcher set_offset': 'embedwatcher.reminder_offset_minutes',
      'embedwatcher set_non_embed': 'embedwatcher.non_embed_enabled',
      'embedwatcher set_process_bot_messages': 'embedwatcher.process_bot_messages',
      'ticketbot set_category': 'ticketbot.category_id',
      'ticketbot reset_staff_role': 'ticketbot.staff_role_id',
      'ticketbot set_escalation_role': 'ticketbot.escalation_role_id',
      'gpt set_model': 'gpt.model',
      'gpt set_temperature': 'gpt.temperature',
      'invites disable': 'invites.enabled',
      'invites set_channel': 'invites.announcement_channel_id',
      'invites set_template': 'invites.with_inviter_template',
      'reminders enable': 'reminders.enabled',
      'reminders set_default_channel': 'reminders.default_channel_id',
      'reminders set_everyone': 'reminders.allow_everyone_mentions',
      'gdpr set_channel': 'gdpr.channel_id',
      'onboarding set_mode': 'onboarding.mode',
      'onboarding set_role': 'onboarding.completion_role_id',
    }
    for (const [typed, name] of Object.entries(documented)) assert.equal((await settingsFor(typed))[0], name, typed)
  })

  test('say what holds, and are never more or longer than Discord takes', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('invites.with_inviter_template', '{member} '.repeat(100))
    const offered = await owner.autocomplete('config set', 'setting', '')
    assert.equal(offered.length, 25)
    assert.ok(offered.every(({ name }) => name.length <= 100))
    assert.match((await owner.autocomplete('config set', 'setting', 'log channel'))[0]?.name ?? '', /· #logs$/)
    assert.deepEqual(await settingsFor('log channel', 'config reset'), await settingsFor('log channel'))
  })

  test('of values are those of the type, the current one first', async () => {
    await set(LOG_CHANNEL, LOGS)
    assert.deepEqual((await suggestions(LOG_CHANNEL, ''))[0], '#logs (now)')
    assert.deepEqual(await suggestions(LOG_CHANNEL, '#gen'), ['#general'])
    assert.deepEqual(await suggestions('ticketbot.category_id', ''), ['Tickets'])
    assert.deepEqual(await suggestions('ticketbot.staff_role_id', 'sta'), ['@Staff'])
    assert.deepEqual(await suggestions('reminders.enabled', ''), ['on (now)', 'off'])
    assert.match((await suggestions('system.timezone', 'new york'))[0] ?? '', /^New York, America/)
    assert.deepEqual(await suggestions('nothing', ''), [])
  })
})

describe('/config show', () => {
  test('pages through all settings with what holds, and leads to each', async () => {
    await set('reminders.enabled', 'off')
    const first = await owner.slash('config show')
    assert.match(textOf(first), /### system[\s\S]*Page 1 of \d/)
    const second = await owner.click(first, 'Next')
    assert.match(textOf(second), /Page 2 of/)
    assert.match(textOf(await owner.click(second, 'Previous')), /Page 1 of/)
    const opened = await owner.select(first, 'settings:open:', ['reminders.enabled'])
    assert.match(textOf(opened), /"title":"Reminders"[\s\S]*off/)
  })

  test('shows one scope, and names those there are for another word', async () => {
    const seen = textOf(await owner.slash('config show', { scope: 'gdpr' }))
    assert.match(seen, /Privacy channel/)
    assert.doesNotMatch(seen, /Temperature|Page/)
    assert.match((await owner.slash('config show', { scope: 'tea' })).content, /^Scope must be one of .*system/)
  })

  test('fits Discord when every value is as long as it may be', async () => {
    await set('gpt.model', '`'.repeat(100))
    for (const key of ['with_inviter_template', 'no_inviter_template']) await set(`invites.${key}`, '*_~|'.repeat(250))
    let seen = await owner.slash('config show')
    for (let pages = 1; JSON.stringify(seen.components).includes('"label":"Next","disabled":false'); pages++) {
      seen = await owner.click(seen, 'Next')
      assert.ok(pages < 10)
    }
    assert.doesNotMatch(seen.content, /went wrong/)
  })
})

test('/config scopes has a line for each scope', async () => {
  await set('reminders.enabled', 'off')
  const seen = textOf(await owner.slash('config scopes'))
  assert.match(seen, /\*\*system\*\* · \d+ settings, none changed/)
  assert.match(seen, /\*\*reminders\*\* · \d+ settings, 1 changed/)
})

test('/config reset puts a setting back and can be undone', async () => {
  await set('gpt.temperature', '1')
  const seen = await owner.slash('config reset', { setting: 'gpt.temperature' })
  assert.equal(seen.content, 'Changed: Temperature: 1 → 0.7 (default)')
  assert.equal((await owner.click(seen, 'Undo')).content, 'Rolled back: Temperature: 0.7 (default) → 1')
})

describe('/config history', () => {
  test('says who changed what, and rolls back what is chosen after showing it', async () => {
    await set(LOG_CHANNEL, LOGS)
    const id = await latestChange()
    await set('gpt.temperature', '1', admin)
    const seen = await owner.slash('config history')
    assert.match(
      textOf(seen),
      new RegExp(`Temperature: 0.7 \\(default\\) → 1.*${DEMO.people.demo_admin}[\\s\\S]*Log channel`),
    )
    const planned = await owner.select(seen, 'settings:preview:', [id])
    assert.match(planned.content, new RegExp(`Roll back change #${id} .*Log channel: <#${LOGS}> → not set`))
    assert.equal((await stored())[LOG_CHANNEL], LOGS)
    await owner.click(planned, 'Roll back')
    assert.deepEqual(await stored(), { 'gpt.temperature': 1 })
  })

  test('of one setting has nothing of others', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('gpt.temperature', '1')
    const seen = textOf(await owner.slash('config history', { setting: 'temperature' }))
    assert.match(seen, /Temperature/)
    assert.doesNotMatch(seen, /Log channel/)
    assert.equal((await owner.slash('config history', { setting: 'gpt.model' })).content, 'Nothing was changed yet.')
  })

  test('goes back page by page, with the longest values', async () => {
    for (const letter of 'abcdefghijkl') await set('invites.no_inviter_template', letter.repeat(1000))
    const first = await owner.slash('config history')
    assert.equal(textOf(first).match(/`#\d+`/g)?.length, 10)
    const older = await owner.click(first, 'Older')
    assert.equal(textOf(older).match(/`#\d+`/g)?.length, 2)
    assert.equal(textOf(await owner.click(older, 'Newest')).match(/`#\d+`/g)?.length, 10)
  })
})

describe('/config rollback', () => {
  test('suggests recent changes by setting and value', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('gpt.temperature', '1')
    const names = async (typed: string) =>
      (await owner.autocomplete('config rollback', 'change', typed)).map(({ name }) => name.replace(/^#\d+ /, ''))
    assert.deepEqual(await names(''), ['Temperature: 0.7 → 1', 'Log channel: not set → #logs'])
    assert.deepEqual(await names('#LOGS'), ['Log channel: not set → #logs'])
  })

  test('shows first what it would do, and does that only while nothing else has changed', async () => {
    await set(LOG_CHANNEL, LOGS)
    const planned = await owner.slash('config rollback', { change: await latestChange() })
    await set('gpt.temperature', '1', admin)
    assert.match((await owner.click(planned, 'Roll back')).content, /changed meanwhile/)
    assert.equal((await stored())[LOG_CHANNEL], LOGS)
  })

  test('refuses what is no change of this server', async () => {
    assert.match((await owner.slash('config rollback', { change: '999999' })).content, /not found/)
    assert.match((await owner.slash('config rollback', { change: 'tea' })).content, /must be one of the suggestions/)
  })
})

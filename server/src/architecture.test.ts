import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { ARROW_LAWS, type Law } from '../../scripts/source/arrow-laws.ts'
import { parseModule, readModules } from '../../scripts/source/modules.ts'
import { misnumberedMigrations, PLACE_LAWS } from '../../scripts/source/place-laws.ts'
import { WORD_LAWS } from '../../scripts/source/word-laws.ts'

const modules = readModules()
const migrations = readdirSync(new URL('../migrations', import.meta.url))

describe('the house', () => {
  for (const law of [ARROW_LAWS, PLACE_LAWS, WORD_LAWS].flatMap((laws) => Object.values<Law>(laws))) {
    test(law.name, () => assert.deepEqual(law.find(modules), []))
  }

  test('migrations are numbered from 0001 without gaps', () => {
    assert.deepEqual(misnumberedMigrations(migrations), [])
  })
})

/** What the law says about a house of these files. */
const findings = (law: Law, files: Readonly<Record<string, string>>) =>
  law.find(Object.entries(files).map(([path, text]) => parseModule(path, text)))

const REMINDERS = 'server/src/features/reminders'
const HTTP = 'server/src/platform/http/http.ts'
const SIMULATOR = 'simulator/src/index.ts'

describe('a law finds', () => {
  const upward: readonly (readonly [from: string, source: string, finding: string])[] = [
    [
      HTTP,
      `import { a } from '../../features/reminders/rules.ts'`,
      'platform/http/http.ts -> features/reminders/rules.ts',
    ],
    [
      HTTP,
      `export { a } from '../../features/reminders/rules.ts'`,
      'platform/http/http.ts -> features/reminders/rules.ts',
    ],
    [HTTP, `export * from '../../features/reminders/rules.ts'`, 'platform/http/http.ts -> features/reminders/rules.ts'],
    [HTTP, `const a = await import('../../app/roles.ts')`, 'platform/http/http.ts -> app/roles.ts'],
    [HTTP, `type A = import('../../app/roles.ts').A`, 'platform/http/http.ts -> app/roles.ts'],
    ['server/src/kernel/ids.ts', `import type { A } from '../platform/a.ts'`, 'kernel/ids.ts -> platform/a.ts'],
    [
      `${REMINDERS}/service.ts`,
      `import { a } from '../../app/roles.ts'`,
      'features/reminders/service.ts -> app/roles.ts',
    ],
    [`${REMINDERS}/service.ts`, `import '@alphapy/simulator'`, `features/reminders/service.ts -> ${SIMULATOR}`],
    [`${REMINDERS}/service.ts`, `import '../../testing/app.ts'`, 'features/reminders/service.ts -> testing/app.ts'],
    ['server/src/app/roles.ts', `import '../main.ts'`, 'app/roles.ts -> main.ts'],
    ['server/src/app/roles.ts', `import '../../../scripts/check.ts'`, 'app/roles.ts -> scripts/check.ts'],
    ['server/src/main.ts', `import './testing/app.ts'`, 'main.ts -> testing/app.ts'],
    ['server/src/stray.ts', `import './kernel/ids.ts'`, 'stray.ts -> kernel/ids.ts'],
    [SIMULATOR, `import '@alphapy/server/kernel/ids.ts'`, `${SIMULATOR} -> kernel/ids.ts`],
    [
      'simulator/src/a.test.ts',
      `import '../../server/src/testing/app.ts'`,
      'simulator/src/a.test.ts -> testing/app.ts',
    ],
  ]
  for (const [from, source, finding] of upward) {
    test(`an arrow that points up: ${finding}, in ${source.split(' ')[0]}`, () => {
      assert.deepEqual(findings(ARROW_LAWS.arrowsPointDown, { [from]: source }), [finding])
    })
  }

  test('a feature that reaches into another, but not one that listens to its events', () => {
    const source = `import '../faq/store.ts'; import '../faq/events.ts'; import './rules.ts'`
    assert.deepEqual(findings(ARROW_LAWS.featuresStandAlone, { [`${REMINDERS}/service.ts`]: source }), [
      'features/reminders/service.ts -> features/faq/store.ts',
    ])
  })

  test('a path into another workspace', () => {
    const source = `import '../../../simulator/src/state/model.ts'; import '@alphapy/simulator'`
    assert.deepEqual(findings(ARROW_LAWS.workspacesByName, { 'server/src/app/demo.ts': source }), [
      'app/demo.ts -> simulator/src/state/model.ts',
    ])
  })

  test('a contract that knows more than shapes', () => {
    const source = `import 'typebox'; import '../../platform/schema/rule.ts'; import type { A } from './rules.ts'`
    assert.deepEqual(findings(ARROW_LAWS.contractsStandAlone, { [`${REMINDERS}/contract.ts`]: source }), [
      'features/reminders/contract.ts -> features/reminders/rules.ts',
    ])
  })

  test('I/O in the kernel', () => {
    const files = { 'server/src/kernel/ids.ts': `import 'node:crypto'; import 'node:fs'` }
    assert.deepEqual(findings(ARROW_LAWS.kernelIsPure, files), ['kernel/ids.ts -> node:fs'])
  })

  test('a feature in the name of a file of the platform', () => {
    const files = { [`${REMINDERS}/rules.ts`]: '', 'server/src/platform/jobs/reminder-queue.ts': '', [HTTP]: '' }
    assert.deepEqual(findings(ARROW_LAWS.platformKnowsNoFeature, files), ['server/src/platform/jobs/reminder-queue.ts'])
  })

  test('a ring of imports that exist at run time, and each ring once', () => {
    const files = {
      'server/src/kernel/a.ts': `import { b } from './b.ts'`,
      'server/src/kernel/b.ts': `export * from './c.ts'`,
      'server/src/kernel/c.ts': `import './a.ts'; import { type D } from './d.ts'`,
      'server/src/kernel/d.ts': `import './c.ts'; import './itself.ts'`,
      'server/src/kernel/itself.ts': `import './itself.ts'`,
    }
    assert.deepEqual(findings(ARROW_LAWS.noCycles, files), [
      'kernel/a.ts -> kernel/b.ts -> kernel/c.ts -> kernel/a.ts',
      'kernel/itself.ts -> kernel/itself.ts',
    ])
  })

  const misplaced: readonly (readonly [law: Law, source: string, finding: string])[] = [
    [PLACE_LAWS.environmentInConfig, `const port = process.env.PORT`, ':1 process.env'],
    [PLACE_LAWS.environmentInConfig, `const all = globalThis.process['env']`, ':1 process.env'],
    [PLACE_LAWS.environmentInConfig, `const { env } = process`, ':1 process.env'],
    [PLACE_LAWS.environmentInConfig, `import { env } from 'node:process'`, ' -> node:process { env }'],
    [PLACE_LAWS.sqlInStores, `import { type Kysely, sql } from 'kysely'`, ' -> kysely { Kysely, sql }'],
    [PLACE_LAWS.sqlInStores, `import pg from 'pg'`, ' -> pg { default }'],
    [PLACE_LAWS.sqlInStores, `\nawait db.selectFrom('guilds').execute()`, ':2 selectFrom'],
    [PLACE_LAWS.presentFromClock, `const now = Date.now()`, ':1 Date.now'],
    [PLACE_LAWS.presentFromClock, `const read = Date.now`, ':1 Date.now'],
    [PLACE_LAWS.presentFromClock, `const now = new Date()`, ':1 new Date()'],
    [PLACE_LAWS.presentFromClock, `const now = Temporal.Now.instant()`, ':1 Temporal.Now'],
    [PLACE_LAWS.timersInClock, `setTimeout(send, 5000)`, ':1 setTimeout'],
    [PLACE_LAWS.timersInClock, `const begun = performance.now()`, ':1 performance.now'],
    [
      PLACE_LAWS.timersInClock,
      `import { setTimeout as sleep } from 'node:timers/promises'`,
      ' -> node:timers/promises { setTimeout }',
    ],
    [PLACE_LAWS.exportsHaveNames, `export default function () {}`, ':1 export default'],
    [PLACE_LAWS.exportsHaveNames, `const a = 1; export default a`, ':1 export default'],
    [PLACE_LAWS.exportsHaveNames, `const a = 1; export { a as default }`, ':1 export default'],
  ]
  for (const [law, source, finding] of misplaced) {
    test(`what stands in the wrong place: ${source.trim()}`, () => {
      const path = `${REMINDERS}/service.ts`
      assert.deepEqual(findings(law, { [path]: source }), [path + finding])
    })
  }

  test('nothing in the places made for it', () => {
    const source = `import { sql } from 'kysely'; process.env.PORT; new Date(); setTimeout(send, 5)`
    const lawful: readonly (readonly [law: Law, path: string])[] = [
      [PLACE_LAWS.environmentInConfig, 'server/src/platform/config/config.ts'],
      [PLACE_LAWS.sqlInStores, `${REMINDERS}/ledger-store.ts`],
      [PLACE_LAWS.presentFromClock, 'server/src/kernel/clock.ts'],
      [PLACE_LAWS.timersInClock, 'simulator/src/clock.ts'],
    ]
    for (const [law, path] of lawful) assert.deepEqual(findings(law, { [path]: source }), [], path)
  })

  test('an exception that nothing needs any more', () => {
    const path = 'server/src/platform/discord/pulse.ts'
    assert.deepEqual(findings(PLACE_LAWS.timersInClock, { [path]: '' }), [
      `${path} times nothing any more; take it off the list`,
    ])
  })

  const hardCoded: readonly (readonly [source: string, words: string])[] = [
    ["say('Nothing was saved.')", 'Nothing was saved.'],
    [`say(\`Saved \${name}\`)`, 'Saved …'],
    [`say(\`\${name} saved\`)`, '… saved'],
    ["button('Save')", 'Save'],
    ["const field = { name: '⏰ When', value: shown }", '⏰ When'],
    ["const embed = { title: 'faq' }", 'faq'],
    ["defineCommand({ name: 'faq', description: 'faq' })", 'faq'],
    ["const choice = { label: 'on', value: 'on' }", 'on'],
    ["say(isDone ? 'done now' : '')", 'done now'],
    ["throw new Refusal('invalid', 'faq.invalid', 'text must be short')", 'text must be short'],
    ["const half = { en: 'Only in English' }", 'Only in English'],
  ]
  for (const [source, words] of hardCoded) {
    test(`words that only one language has: ${source}`, () => {
      const files = { [`${REMINDERS}/commands/add.ts`]: source, [`${REMINDERS}/rules.ts`]: source }
      assert.deepEqual(findings(WORD_LAWS.wordsInCatalogues, files), [`${REMINDERS}/commands/add.ts:1 ${words}`])
    })
  }

  test('words in any file that makes answers, by what it imports', () => {
    const files = {
      [`${REMINDERS}/paused.ts`]: `import type { OutgoingMessage } from '../../platform/discord/message.ts'\nsay('It is paused')`,
      [`${REMINDERS}/asked.ts`]: `import { defineButton } from '../../platform/discord/components.ts'\nsay('It is asked')`,
    }
    assert.deepEqual(findings(WORD_LAWS.wordsInCatalogues, files), [
      `${REMINDERS}/paused.ts:2 It is paused`,
      `${REMINDERS}/asked.ts:2 It is asked`,
    ])
  })

  const spoken: readonly string[] = [
    "say(words(language)('saved', { name }))",
    "const title = { en: 'Nothing was saved', nl: 'Er is niets bewaard' }",
    `say(\`\${label}: \${from} → \${to}\`)`,
    "button('save', id); customId('faq', 'save'); text.replaceAll('`', 'ˋ')",
    "const mention = { content: '@everyone' }",
    "logger.warn({ err }, 'The log channel could not be told'); log.info('it is told')",
    `throw new TypeError('a form cannot be opened'); new RegExp(\`a \${b}\`)`,
    "discord.addRole(guildId, userId, roleId, 'Onboarding completed')",
    `await recordEvents(tx, [{ type: 'FAQ_CHANGED', message: \`The answer \${id} was changed\` }])`,
    "import { some } from 'a package'; type Kind = 'Text and more'",
    "defineCommand({ name: 'add_reminder', description: words.everywhere('add') })",
  ]
  for (const source of spoken) {
    test(`no words where there are none to be read: ${source}`, () => {
      assert.deepEqual(findings(WORD_LAWS.wordsInCatalogues, { [`${REMINDERS}/commands/add.ts`]: source }), [])
    })
  }

  test('no words in catalogues', () => {
    const source = `import type { OutgoingMessage } from '../../platform/discord/message.ts'; say('It is said')`
    const paths = [`${REMINDERS}/words.ts`, `${REMINDERS}/commands/words-add.ts`, `${REMINDERS}/a.test.ts`]
    assert.deepEqual(findings(WORD_LAWS.wordsInCatalogues, Object.fromEntries(paths.map((path) => [path, source]))), [])
  })

  const refusals: readonly (readonly [source: string, sentence: string])[] = [
    ["new Refusal('invalid', 'faq.long', 'text is too long')", 'text is too long'],
    [`invalidField(\`faq.long\`, path, \`text has \${length}\`)`, 'text has …'],
    [
      "new Refusal('invalid', 'faq.long', isLong ? words.everywhere('long') : 'short')",
      "isLong ? words.everywhere('long') : 'short'",
    ],
    ["function refuse(rule: string) { return invalidField('faq.long', path, rule) }", 'rule'],
    ["const sentence = 'too long'; new Refusal('invalid', 'faq.long', sentence)", 'sentence'],
    ["new Refusal('invalid', 'faq.long', 'too ' + long)", "'too ' + long"],
  ]
  for (const [source, sentence] of refusals) {
    test(`a refusal in one language: ${source}`, () => {
      const files = { [`${REMINDERS}/rules.ts`]: source, [`${REMINDERS}/routes.ts`]: source }
      assert.deepEqual(findings(WORD_LAWS.refusalsInEachLanguage, files), [`${REMINDERS}/rules.ts:1 ${sentence}`])
    })
  }

  test('a place that may refuse in one language and does not', () => {
    assert.deepEqual(findings(WORD_LAWS.refusalsInEachLanguage, { [`${REMINDERS}/routes.ts`]: '' }), [
      String.raw`\/[\w-]*routes\.ts$ needs no exception any more; take it off the list`,
    ])
  })

  test('no refusal that says each language', () => {
    const source = `new Refusal('invalid', 'faq.long', words.everywhere('long'))
      const sentence = inEach((language) => 'so'); invalidField('faq.long', path, sentence)
      function refuse(said: Localised) { return invalidField('faq.long', path, said) }`
    assert.deepEqual(findings(WORD_LAWS.refusalsInEachLanguage, { [`${REMINDERS}/rules.ts`]: source }), [])
  })

  test('names that say nothing', () => {
    const vague = ['server/src/kernel/utils.ts', 'server/src/shared/a.ts', 'simulator/src/session-manager.ts']
    const files = Object.fromEntries([...vague, HTTP].map((path) => [path, '']))
    assert.deepEqual(findings(PLACE_LAWS.namesSaySomething, files), vague)
  })

  test('a test that says what should be', () => {
    const path = 'server/src/kernel/ids.test.ts'
    const source = `test('should work', () => {}); test('works', () => {})`
    assert.deepEqual(findings(PLACE_LAWS.testsAreFacts, { [path]: source }), [`${path}:1 should work`])
  })

  test('a migration that is missing, doubled or badly named', () => {
    assert.deepEqual(misnumberedMigrations(['0001_a.sql', '0003_c.sql']), ['0003_c.sql'])
    assert.deepEqual(misnumberedMigrations(['0001_a.sql', '0001_b.sql', '0002_c.sql']), ['0001_b.sql', '0002_c.sql'])
    assert.deepEqual(misnumberedMigrations(['0001_a.sql', '2_b.sql']), ['2_b.sql'])
  })
})

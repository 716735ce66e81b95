// What LibreOffice makes of an export: formulas are text, umlauts, quotes and line breaks are as they were typed, and
// ids keep their 19 digits where quoted fields are taken for text. Needs `soffice`; without it this fails, unless
// SKIP_WITHOUT_LIBREOFFICE=1 says that it may be left out.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../server/src/testing/app.ts'
import { readTable } from '../server/src/testing/csv-reader.ts'

const run = promisify(execFile)
const OWNER = DEMO.people.demo_owner
const CHANNEL = DEMO.channels.general

/** What members might type, and what a person should read in the sheet. */
const TYPED: readonly (readonly [typed: string, read: string])[] = [
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("https://example.com";"click")', `'=HYPERLINK("https://example.com";"click")`],
  ['+31 6 12345678', "'+31 6 12345678"],
  ['-2+3', "'-2+3"],
  ['@SUM(1;2)', "'@SUM(1;2)"],
  ['Zoë Müller, "Straße" 😀', 'Zoë Müller, "Straße" 😀'],
  ['first line\nsecond line', 'first line\nsecond line'],
  ['1100000000000000104', '1100000000000000104'],
  ['a;=1+1', 'a;=1+1'],
]

/**
 * Comma, quotes, UTF-8, from the first line, formats by themselves, language by itself, whether what is quoted is text,
 * special numbers found, and at the end formulas evaluated:
 * https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html
 */
const READINGS: Readonly<Record<'as numbers where it can' | 'quoted as text', string>> = {
  'as numbers where it can': 'CSV:44,34,76,1,,0,false,true,false,false,false,0,true',
  'quoted as text': 'CSV:44,34,76,1,,0,true,true,false,false,false,0,true',
}

async function exported(): Promise<string> {
  await using app = await startApp({ roles: ['api'] })
  for (const [message] of TYPED) {
    const body = { name: 'Tea', message, channel_id: CHANNEL, time: '09:00', days: ['0'] }
    const { status, text } = await app.send(OWNER, 'POST', '/api/reminders', body)
    assert.equal(status, 200, text)
  }
  const path = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/exports/reminders.csv`
  const headers = await app.signIn(OWNER)
  // Not `text()`, which takes the byte order mark away.
  return Buffer.from(await (await fetch(path, { headers })).arrayBuffer()).toString('utf8')
}

interface Sheet {
  readonly formulas: number
  /** Every cell as its reader sees it, by the names of the first row. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** OpenDocument in one XML file: rows of cells of paragraphs. */
function sheetOf(fods: string): Sheet {
  const table = /<table:table [\s\S]*?<\/table:table>/.exec(fods)?.[0] ?? ''
  const rows = [...table.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, cells = '']) =>
    [...cells.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
      ([, attributes = '', content = '']) => {
        const paragraphs = [...content.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)].map(([, text = '']) =>
          plain(text),
        )
        const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1)
        return Array<string>(Math.min(times, 100)).fill(paragraphs.join('\n'))
      },
    ),
  )
  const [names = [], ...lines] = rows
  return {
    formulas: table.split('table:formula=').length - 1,
    rows: lines
      .map((cells) => Object.fromEntries(names.filter(Boolean).map((name, place) => [name, cells[place] ?? ''])))
      .filter(({ id }) => id !== ''),
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml.replaceAll(/<[^>]+>/g, '').replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

async function opened(folder: string, reading: keyof typeof READINGS): Promise<Sheet> {
  await run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    `--infilter=${READINGS[reading]}`,
    '--convert-to',
    'fods',
    '--outdir',
    folder,
    join(folder, 'reminders.csv'),
  ])
  return sheetOf(await readFile(join(folder, 'reminders.fods'), 'utf8'))
}

async function check(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'alphapy-libreoffice-'))
  try {
    const csv = await exported()
    await writeFile(join(folder, 'reminders.csv'), csv)
    const wanted = readTable(csv).map(({ owner_id, message }) => ({ owner_id, message }))
    const typed = TYPED.map(([, read]) => ({ owner_id: OWNER, message: read })).toReversed()
    assert.deepEqual(wanted, typed)
    for (const reading of Object.keys(READINGS) as (keyof typeof READINGS)[]) {
      const { formulas, rows } = await opened(folder, reading)
      assert.equal(formulas, 0)
      const read = rows.map(({ owner_id, message }) => ({ owner_id, message }))
      if (reading === 'quoted as text') assert.deepEqual(read, typed)
      else
        assert.deepEqual(
          read.map(({ message }) => message).filter((text) => !/^1[.1]/.test(text ?? '')),
          typed.map(({ message }) => message).filter((text) => !/^1[.1]/.test(text)),
        )
      console.log(`${reading}: ${rows.length} rows, ${formulas} formulas; an id reads ${rows[0]?.owner_id}`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const version = await run('soffice', ['--version']).catch(() => null)
if (version) {
  console.log(version.stdout.trim())
  await check()
  console.log('formulas are text; umlauts, quotes and line breaks are as they were typed')
} else {
  console.log('LibreOffice (soffice) is not here, so nothing was opened.')
  if (process.env.SKIP_WITHOUT_LIBREOFFICE !== '1') process.exitCode = 1
}

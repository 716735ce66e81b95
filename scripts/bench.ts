// `npm run bench`: every measurement in bench/, one after the other. `npm run bench -- claim` runs those with one of
// these words in their name.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { projectRoot } from './source/modules.ts'

const words = process.argv.slice(2)
const files = globSync('bench/*.ts', { cwd: projectRoot })
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort()
if (files.length === 0) {
  console.error(`No measurement has one of these words in its name: ${words.join(' ')}`)
  process.exitCode = 1
}
for (const file of files) {
  console.log(`\n${file}`)
  const [code] = await once(spawn(process.execPath, [file], { cwd: projectRoot, stdio: 'inherit' }), 'close')
  if (code !== 0) process.exitCode = 1
}

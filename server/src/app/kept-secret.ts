import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret } from '../platform/config/secret.ts'

/** A random secret that is made once and then kept in a file which only its user can read. */
export async function keptSecret(dataDir: string, name: string): Promise<Secret> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, name)
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (!file) return new Secret((await readFile(path, 'utf8')).trim())
  const value = randomBytes(24).toString('base64url')
  await file.writeFile(`${value}\n`)
  await file.close()
  return new Secret(value)
}

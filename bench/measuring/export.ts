import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DEMO } from '@alphapy/simulator'
import type { startApp } from '../../server/src/testing/app.ts'
import { as } from '../../server/src/testing/http.ts'

const SLOW_BYTES = 64 * 1024 * 1024
const MEASURED_EVERY = 4 * 1024 * 1024
const SLOW_PAUSE_MS = 8
const MB = 1024 * 1024

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** What is held, without what is only not collected yet. */
function held() {
  collect()
  return process.memoryUsage()
}

/**
 * Takes an export of the demo guild through HTTP, as a reader who takes eight megabytes a second at first and then all
 * there is, and prints how long it took and what the process held meanwhile.
 * @throws unless so many rows arrive.
 */
export async function measureExport(app: Awaited<ReturnType<typeof startApp>>, name: string, wanted: number) {
  const before = held()
  let [mostHeld, mostRss] = [0, 0]
  function measure() {
    mostRss = Math.max(mostRss, process.memoryUsage.rss() - before.rss)
    mostHeld = Math.max(mostHeld, held().heapUsed - before.heapUsed)
  }
  const startedAt = performance.now()
  const path = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/exports/${name}.csv`
  const response = await fetch(path, { headers: as(DEMO.people.demo_owner) })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  const firstMs = performance.now() - startedAt
  let [bytes, lines] = [0, 0]
  let measureAt = MEASURED_EVERY
  for await (const part of response.body ?? []) {
    bytes += part.length
    for (const byte of part) if (byte === 0x0d) lines += 1
    if (bytes > measureAt) {
      measure()
      measureAt += MEASURED_EVERY
    }
    if (bytes < SLOW_BYTES) await delay(SLOW_PAUSE_MS)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const rows = lines - 1
  console.log(`rows: ${rows.toLocaleString('en')} of ${wanted.toLocaleString('en')}, ${(bytes / MB).toFixed(0)} MB`)
  console.log(`first byte after ${firstMs.toFixed(0)} ms, all after ${seconds.toFixed(1)} s`)
  console.log(`most held: ${(mostHeld / MB).toFixed(0)} MB more than before (claimed: at most 32)`)
  console.log(`most of the process, with what was not collected yet: ${(mostRss / MB).toFixed(0)} MB more than before`)
  if (rows !== wanted) throw new Error('rows are missing')
}

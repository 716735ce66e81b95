import { pino } from 'pino'
import { startEmbedded } from '../platform/database/embedded.ts'

// A process that holds the database of the folder it is given, for what only a process can do: die.
const [dataDir = ''] = process.argv.slice(2)
try {
  const embedded = await startEmbedded({ dataDir, durable: false, logger: pino({ level: 'info' }) })
  process.on('SIGTERM', () => void embedded.stop().then(() => process.disconnect?.()))
  process.send?.({ url: embedded.url })
} catch (error) {
  process.send?.({ refusal: error instanceof Error ? error.message : String(error) })
  process.disconnect?.()
}

import { reminders } from '../features/reminders/index.ts'
import type { Feature } from '../platform/feature.ts'

/** What the product can do, in the order in which it is built. */
export const features: readonly Feature[] = [reminders]

import type { Feature } from '../../platform/feature.ts'
import { embedWatcherSettings } from './settings.ts'

/** Reading announced events: what a guild can choose about it. */
export const embedWatcher: Feature = { name: 'embedwatcher', settings: embedWatcherSettings, build: () => ({}) }

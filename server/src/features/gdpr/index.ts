import type { Feature } from '../../platform/feature.ts'
import { gdprSettings } from './settings.ts'

/** The privacy notice: what a guild can choose about it. */
export const gdpr: Feature = { name: 'gdpr', settings: gdprSettings, build: () => ({}) }

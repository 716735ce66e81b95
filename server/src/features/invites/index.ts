import type { Feature } from '../../platform/feature.ts'
import { inviteSettings } from './settings.ts'

/** Who invited whom: what a guild can choose about it. */
export const invites: Feature = { name: 'invites', settings: inviteSettings, build: () => ({}) }

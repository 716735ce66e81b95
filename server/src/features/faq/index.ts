import type { Feature } from '../../platform/feature.ts'
import { faqSettings } from './settings.ts'

/** Frequent questions: what a guild can choose about them. */
export const faq: Feature = { name: 'faq', settings: faqSettings, build: () => ({}) }

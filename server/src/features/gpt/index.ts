import type { Feature } from '../../platform/feature.ts'
import { gptSettings } from './settings.ts'

/** The language model: what a guild can choose about it. */
export const gpt: Feature = { name: 'gpt', settings: gptSettings, build: () => ({}) }

import type { GuildId } from '../../kernel/ids.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { Limits } from './budget.ts'
import { gptSettings } from './settings.ts'

const NANO = 1e9

export async function limitsOf(settings: Settings, guildId: GuildId): Promise<Limits> {
  return {
    tokens: await settings.read(gptSettings.dailyTokens, guildId),
    nanoDollars: Math.round((await settings.read(gptSettings.dailyMoney, guildId)) * NANO),
    memberQuestions: await settings.read(gptSettings.memberQuestions, guildId),
    warnAtPercent: await settings.read(gptSettings.warnAt, guildId),
  }
}

export function dollarsOf(nanoDollars: number): number {
  return nanoDollars / NANO
}

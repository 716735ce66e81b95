import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import { previewMessage } from '../preview.ts'
import type { Walk } from '../walk.ts'
import { adminWords } from '../words-admin.ts'

/** `/onboarding preview`. */
export function previewCommand(walk: Walk) {
  return defineSubcommand({
    name: 'preview',
    description: adminWords.everywhere('preview_command'),
    options: {},
    answers: 'message',
    handle: async (_options, { guildId, language }) => ({
      kind: 'message',
      message: await page(walk, guildId, 0, language),
    }),
  })
}

export function previewButton(walk: Walk) {
  return defineButton({
    feature: 'onboarding',
    act: 'preview',
    answers: 'update',
    needs: { member: PermissionFlagsBits.Administrator },
    run: async ({ guildId, about, language }) => ({
      kind: 'update',
      message: await page(walk, guildId, Number(about), language),
    }),
  })
}

async function page(walk: Walk, guildId: GuildId, place: number, language: Language) {
  const { course, isOpen } = await walk.course(guildId)
  return previewMessage(course, isOpen, place, language)
}

import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineCommand } from '../../platform/discord/commands.ts'
import { defineButton } from '../../platform/discord/components.ts'
import type { FeatureParts } from '../../platform/feature.ts'
import type { Doctor } from './doctor.ts'
import { diagnosisReply } from './replies.ts'
import { doctorWords } from './words.ts'

const ADMINS = { member: PermissionFlagsBits.Administrator }

export function doctorInteractions({ examine }: Doctor) {
  const command = defineCommand({
    name: 'doctor',
    description: doctorWords.everywhere('command'),
    needs: ADMINS,
    options: {},
    answers: 'message',
    handle: async (_options, { guildId, language }) => ({
      kind: 'message',
      message: diagnosisReply(await examine(guildId), language),
    }),
  })
  const turn = (act: string) =>
    defineButton({
      feature: 'doctor',
      act,
      answers: 'update',
      needs: ADMINS,
      run: async ({ guildId, language, about }) => ({
        kind: 'update',
        message: diagnosisReply(await examine(guildId), language, Number(about)),
      }),
    })
  return { commands: [command], buttons: [turn('page'), turn('check')] } satisfies FeatureParts
}

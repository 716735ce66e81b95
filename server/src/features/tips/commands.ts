import { PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../platform/discord/answers.ts'
import { defineCommandTree, defineSubcommand } from '../../platform/discord/commands.ts'
import { required, text } from '../../platform/discord/options.ts'
import { MILESTONES, type Milestone } from '../../platform/events/milestones.ts'
import type { TipService } from './tips.ts'
import { tipWords } from './words.ts'

/** `/tips`: for admins who want to see a tip again, or all of them. */
export function tipCommands({ tell, reset }: TipService) {
  return defineCommandTree({
    name: 'tips',
    description: tipWords.everywhere('command'),
    needs: { member: PermissionFlagsBits.Administrator },
    subcommands: [
      defineSubcommand({
        name: 'send',
        description: tipWords.everywhere('send'),
        options: { tip: required(tipOption('which_to_send')) },
        answers: 'message',
        async handle({ tip }, invocation) {
          const channel = `<#${await tell(invocation, milestoneOf(tip))}>`
          return say(tipWords(invocation.language)('sent', { channel }))
        },
      }),
      defineSubcommand({
        name: 'reset',
        description: tipWords.everywhere('reset'),
        options: { tip: tipOption('which_to_reset') },
        answers: 'message',
        async handle({ tip }, { guildId, language }) {
          const count = await reset(guildId, tip === null ? null : milestoneOf(tip))
          return say(tipWords(language)('was_reset', { count }))
        },
      }),
    ],
  })
}

function tipOption(description: 'which_to_send' | 'which_to_reset') {
  return text(tipWords.everywhere(description), {
    async complete(typed, { language }) {
      const words = tipWords(language)
      const named = MILESTONES.map((value) => ({ name: words(`${value}_title`), value }))
      return named.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()))
    },
  })
}

function milestoneOf(typed: string): Milestone {
  const found = MILESTONES.find((milestone) => milestone === typed.trim().toLowerCase())
  if (found) return found
  throw new Refusal('invalid', 'tips.unknown', tipWords.everywhere('unknown'))
}

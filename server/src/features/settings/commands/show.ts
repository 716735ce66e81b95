import { Refusal } from '../../../kernel/refusal.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { text } from '../../../platform/discord/options.ts'
import { scopesReply, showReply } from '../replies-overview.ts'
import { commandWords } from '../words-commands.ts'
import { refusalWords } from '../words-refusals.ts'
import type { ConfigNeeds } from './needs.ts'

/** Looking at many settings: `/config show`, page by page, and `/config scopes`. */
export function showing({ service }: ConfigNeeds) {
  const scopes = [...new Set(service.registry.map(({ scope }) => scope))]

  async function page({ guildId, language }: Invocation, scope: string, index: number): Promise<OutgoingMessage> {
    if (scope !== '' && !scopes.includes(scope))
      throw new Refusal(
        'invalid',
        'settings.unknown_scope',
        refusalWords.everywhere('unknown_scope', { scopes: scopes.join(', ') }),
      )
    const { settings } = await service.current(guildId)
    const shown = scope === '' ? settings : settings.filter(({ setting }) => setting.scope === scope)
    return showReply(shown, scope, index, language)
  }

  const show = defineSubcommand({
    name: 'show',
    description: commandWords.everywhere('show'),
    options: {
      scope: text(commandWords.everywhere('show_scope'), {
        complete: async (typed) =>
          scopes.filter((name) => name.includes(typed.toLowerCase())).map((name) => ({ name, value: name })),
      }),
    },
    answers: 'message',
    handle: async ({ scope }, invocation) => ({
      kind: 'message',
      message: await page(invocation, scope?.trim().toLowerCase() ?? '', 0),
    }),
  })
  const listScopes = defineSubcommand({
    name: 'scopes',
    description: commandWords.everywhere('scopes'),
    options: {},
    answers: 'message',
    handle: async (_options, { guildId, language }) => ({
      kind: 'message',
      message: scopesReply((await service.current(guildId)).settings, language),
    }),
  })
  const turn = defineButton({
    feature: 'settings',
    act: 'show',
    answers: 'update',
    async run(pressed) {
      const [index = '', scope = ''] = pressed.about.split(':')
      return { kind: 'update', message: await page(pressed, scope, /^\d+$/.test(index) ? Number(index) : 0) }
    },
  })
  return { subcommands: [show, listScopes], buttons: [turn] }
}

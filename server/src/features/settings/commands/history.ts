import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { type ButtonPress, defineButton, defineSelect } from '../../../platform/discord/components.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { required, text } from '../../../platform/discord/options.ts'
import { keptReply } from '../replies-history.ts'
import { commandWords } from '../words-commands.ts'
import type { ConfigNeeds } from './needs.ts'
import { pastOf } from './past.ts'
import { settingOption } from './setting-option.ts'

/** `/config history` and `/config rollback`. */
export function historyCommands(needs: ConfigNeeds) {
  const { latest, preview, suggestions } = pastOf(needs)
  return [
    defineSubcommand({
      name: 'history',
      description: commandWords.everywhere('history'),
      options: { setting: settingOption(needs) },
      answers: 'message',
      handle: async ({ setting }, invocation) => ({ kind: 'message', message: await latest(invocation, setting) }),
    }),
    defineSubcommand({
      name: 'rollback',
      description: commandWords.everywhere('rollback'),
      options: {
        change: required(
          text(commandWords.everywhere('change'), { complete: (typed, invocation) => suggestions(invocation, typed) }),
        ),
      },
      answers: 'message',
      handle: async ({ change }, invocation) => ({ kind: 'message', message: await preview(invocation, change) }),
    }),
  ]
}

/** What changes are shown with: paging, rolling back, and the undo under each change. */
export function historyComponents(needs: ConfigNeeds) {
  const { latest, turned, preview, undo, rollBack } = pastOf(needs)
  return {
    buttons: [
      updating('history', (pressed) => turned(pressed, pressed.about)),
      updating('undo', (pressed) => undo(pressed, pressed.about)),
      updating('rollback', (pressed) => rollBack(pressed, pressed.about)),
      updating('keep', async ({ language }) => keptReply(language)),
      defineButton({
        feature: 'settings',
        act: 'changes',
        answers: 'message',
        run: async (pressed) => ({ kind: 'message', message: await latest(pressed, pressed.about) }),
      }),
    ],
    selects: [
      defineSelect({
        feature: 'settings',
        act: 'preview',
        answers: 'message',
        run: async (pressed) => ({ kind: 'message', message: await preview(pressed, pressed.values[0] ?? '') }),
      }),
    ],
  }
}

function updating(act: string, run: (pressed: ButtonPress) => Promise<OutgoingMessage>) {
  return defineButton({
    feature: 'settings',
    act,
    answers: 'update',
    run: async (pressed) => ({ kind: 'update', message: await run(pressed) }),
  })
}

import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton, defineForm, defineSelect } from '../../../platform/discord/components.ts'
import { required, text } from '../../../platform/discord/options.ts'
import { nameOf } from '../../../platform/settings/define.ts'
import { settingForm } from '../replies.ts'
import { suggestedValues } from '../values-suggested.ts'
import { commandWords } from '../words-commands.ts'
import { changesOf } from './changes.ts'
import type { ConfigNeeds } from './needs.ts'
import { currentOf, settingOption } from './setting-option.ts'
import { settingNamed } from './settings-like.ts'

/** `/config set` and `/config reset`. */
export function setCommands(needs: ConfigNeeds) {
  const { look, changeTo, reset } = changesOf(needs)
  return [
    defineSubcommand({
      name: 'set',
      description: commandWords.everywhere('set'),
      options: { setting: required(settingOption(needs)), value: valueOption(needs) },
      answers: 'message',
      async handle({ setting, value }, invocation) {
        const answer = value === null ? look(invocation, setting) : changeTo(invocation, setting, value)
        return { kind: 'message', message: await answer }
      },
    }),
    defineSubcommand({
      name: 'reset',
      description: commandWords.everywhere('reset'),
      options: { setting: required(settingOption(needs)) },
      answers: 'message',
      handle: async ({ setting }, invocation) => ({ kind: 'message', message: await reset(invocation, setting) }),
    }),
  ]
}

function valueOption(needs: ConfigNeeds) {
  const { service, contentsOf, clock } = needs
  return text(commandWords.everywhere('value'), {
    async complete(typed, invocation, given) {
      const setting = settingNamed(service.registry, given.get('setting') ?? '')
      if (!setting) return []
      const current = await currentOf(needs, invocation, nameOf(setting))
      const { guildId, language } = invocation
      return suggestedValues(current, typed, { contents: await contentsOf(guildId), now: clock.now(), language })
    },
  })
}

/** The pickers, buttons and the form that one setting is shown with. */
export function settingComponents(needs: ConfigNeeds) {
  const { look, changeTo, reset } = changesOf(needs)
  const [feature, answers] = ['settings', 'update'] as const
  return {
    buttons: [
      defineButton({
        feature,
        act: 'edit',
        answers: 'modal',
        run: async (pressed) => ({
          kind: 'modal',
          modal: settingForm(await currentOf(needs, pressed, pressed.about), pressed.language),
        }),
      }),
      defineButton({
        feature,
        act: 'reset',
        answers,
        run: async (pressed) => ({ kind: answers, message: await reset(pressed, pressed.about) }),
      }),
    ],
    forms: [
      defineForm({
        feature,
        act: 'write',
        answers,
        run: async (pressed) => ({
          kind: answers,
          message: await changeTo(pressed, pressed.about, pressed.fields.get('value') ?? ''),
        }),
      }),
    ],
    selects: [
      defineSelect({
        feature,
        act: 'choose',
        answers,
        run: async (pressed) => ({
          kind: answers,
          message: await changeTo(pressed, pressed.about, pressed.values[0] ?? ''),
        }),
      }),
      defineSelect({
        feature,
        act: 'open',
        answers: 'message',
        run: async (pressed) => ({ kind: 'message', message: await look(pressed, pressed.values[0] ?? '') }),
      }),
    ],
  }
}

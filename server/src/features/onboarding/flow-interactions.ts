import { type ButtonPress, defineButton, defineForm, defineSelect } from '../../platform/discord/components.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import type { Platform } from '../../platform/feature.ts'
import type { Move } from './flow.ts'
import { parsePress } from './press.ts'
import { onboardingSettings } from './settings.ts'
import { writingForm } from './step-controls.ts'
import { shownMessage } from './step-messages.ts'
import type { Shown, Walk } from './walk.ts'

const feature = 'onboarding'

interface Needs extends Pick<Platform, 'settings'> {
  readonly walk: Walk
}

const memberOf = ({ guildId, actor }: Invocation) => ({ guildId, userId: actor.userId })

/** What members press, choose and write on their way. */
export function flowInteractions(needs: Needs) {
  const { walk } = needs
  const make = async (pressed: ButtonPress, move: Move) =>
    update(needs, await walk.move(memberOf(pressed), parsePress(pressed.about), move), pressed)
  const choose = defineSelect({
    feature,
    act: 'choose',
    answers: 'update',
    run: (chosen) => make(chosen, { kind: 'choose', values: chosen.values }),
  })
  const change = defineSelect({
    feature,
    act: 'change',
    answers: 'update',
    run: (chosen) => make(chosen, { kind: 'change', to: chosen.values[0] ?? '' }),
  })
  const written = defineForm({
    feature,
    act: 'written',
    answers: 'update',
    run: (form) => make(form, { kind: 'write', text: form.fields.get('answer') ?? '' }),
  })
  const simple = (['accept', 'skip', 'back', 'keep'] as const).map((act) =>
    defineButton({ feature, act, answers: 'update', run: (pressed) => make(pressed, { kind: act }) }),
  )
  return { buttons: [...simple, ...ends(needs), write(needs)], selects: [choose, change], forms: [written] }
}

/** The buttons at both ends of the way. */
function ends(needs: Needs) {
  const { walk } = needs
  return [
    defineButton({
      feature,
      act: 'start',
      answers: 'message',
      async run(pressed) {
        const shown = await walk.begin(memberOf(pressed))
        return { kind: 'message', message: await messageOf(needs, shown, pressed) }
      },
    }),
    defineButton({
      feature,
      act: 'again',
      answers: 'update',
      run: async (pressed) => update(needs, await walk.begin(memberOf(pressed)), pressed),
    }),
    defineButton({
      feature,
      act: 'confirm',
      answers: 'update',
      run: async (pressed) => update(needs, await walk.confirm(memberOf(pressed), parsePress(pressed.about)), pressed),
    }),
  ]
}

/** Opens the form of the step where the member is. */
function write(needs: Needs) {
  return defineButton({
    feature,
    act: 'write',
    answers: 'modal',
    async run(pressed) {
      const { shown, isCurrent } = await needs.walk.look(memberOf(pressed), parsePress(pressed.about))
      if (isCurrent && shown.kind === 'step')
        return { kind: 'modal', modal: writingForm(shown.scene, pressed.language) }
      return { kind: 'message', message: await messageOf(needs, shown, pressed) }
    },
  })
}

async function update(needs: Needs, shown: Shown, invocation: Invocation) {
  return { kind: 'update', message: await messageOf(needs, shown, invocation) } as const
}

async function messageOf({ settings }: Needs, shown: Shown, { language, guildId }: Invocation) {
  const roleId = shown.kind === 'completed' ? await settings.read(onboardingSettings.completionRole, guildId) : null
  return shownMessage(shown, { language, roleId })
}

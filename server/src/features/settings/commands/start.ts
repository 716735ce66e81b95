import { Refusal } from '../../../kernel/refusal.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { type ButtonPress, defineButton, defineSelect } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { nameOf } from '../../../platform/settings/define.ts'
import { changeOf } from '../replies.ts'
import { setupSummary, stepReply } from '../replies-setup.ts'
import { readTyped } from '../values-typed.ts'
import { firstOpenStep, type SetupStep, setupSteps, stepNamed } from '../wizard.ts'
import { commandWords } from '../words-commands.ts'
import { refusalWords } from '../words-refusals.ts'
import { setupWords } from '../words-setup.ts'
import type { ConfigNeeds } from './needs.ts'

/** `/config start`: the guided set-up. It begins at the first step without an answer. */
export function setup(needs: ConfigNeeds) {
  const { service } = needs
  const steps = setupSteps(service.registry)

  async function show(invocation: Invocation, step: SetupStep | null, note?: string): Promise<OutgoingMessage> {
    const { actor, guildId, language } = invocation
    const { settings } = await service.current(guildId)
    const state = { settings, userId: actor.userId, language, ...(note && { note }) }
    if (!step) {
      await needs.noteSetUp(guildId)
      return setupSummary(steps, state)
    }
    return stepReply(step, { ...state, contents: await needs.contentsOf(guildId) })
  }

  const { start, begin } = beginnings(needs, steps, show)
  const go = defineButton({
    feature: 'settings',
    act: 'setup',
    answers: 'update',
    run: async (pressed) => ({ kind: 'update', message: await show(pressed, stepOf(steps, pressed)) }),
  })
  const end = defineButton({
    feature: 'settings',
    act: 'setup_end',
    answers: 'update',
    async run(pressed) {
      ownPart(pressed)
      return { kind: 'update', message: await show(pressed, null) }
    },
  })
  const choose = defineSelect({
    feature: 'settings',
    act: 'setup_choose',
    answers: 'update',
    async run(pressed) {
      const { setting, next } = stepOf(steps, pressed)
      const { actor, guildId, values, language } = pressed
      const { scope, key } = setting
      const value = readTyped(setting, values[0] ?? '', await needs.contentsOf(guildId))
      const { changes } = await service.change(actor, guildId, [{ scope, key, value }])
      const [entry] = changes
      const note = entry && setupWords(language)('saved', { change: changeOf(setting, entry, language) })
      return { kind: 'update', message: await show(pressed, next && stepNamed(steps, nameOf(next)), note) }
    },
  })
  return { subcommands: [start], buttons: [begin, go, end], selects: [choose] }
}

type Show = (invocation: Invocation, step: SetupStep | null) => Promise<OutgoingMessage>

/** `begin` stands in messages for all admins: whoever presses it begins a set-up of their own. */
function beginnings({ service }: ConfigNeeds, steps: readonly SetupStep[], show: Show) {
  async function first(invocation: Invocation) {
    const { settings } = await service.current(invocation.guildId)
    return { kind: 'message' as const, message: await show(invocation, firstOpenStep(steps, settings)) }
  }
  return {
    start: defineSubcommand({
      name: 'start',
      description: commandWords.everywhere('start'),
      options: {},
      answers: 'message',
      handle: (_options, invocation) => first(invocation),
    }),
    begin: defineButton({ feature: 'settings', act: 'begin', answers: 'message', run: first }),
  }
}

function stepOf(steps: readonly SetupStep[], pressed: ButtonPress): SetupStep {
  const step = stepNamed(steps, ownPart(pressed))
  if (step) return step
  throw new Refusal('not_found', 'settings.setup_step_gone', refusalWords.everywhere('step_gone'))
}

/** What the button is about, if whoever pressed it is the admin who began: others would go on from a step they never saw. */
function ownPart({ about, actor }: ButtonPress): string {
  const [part = '', userId] = about.split(':')
  if (userId === actor.userId) return part
  throw new Refusal('forbidden', 'settings.setup_of_another', refusalWords.everywhere('of_another'))
}

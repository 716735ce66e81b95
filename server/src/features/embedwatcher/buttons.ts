import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10'
import type { Clock } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/language.ts'
import { type Button, defineButton, defineForm, type Form } from '../../platform/discord/components.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { Decisions } from './decisions.ts'
import type { EventForm } from './event-form.ts'
import { cancelledReply, confirmation, ignoredReply, madeReply } from './messages.ts'
import type { Announced } from './store.ts'
import { formWords } from './words-form.ts'

const feature = 'embedwatcher'

/** Under a reply: edit and cancel. Under a question: make, edit and ignore. */
export function announcementButtons(decisions: Decisions, clock: Clock): Button[] {
  return [
    defineButton({
      feature,
      act: 'edit',
      answers: 'modal',
      async run(press) {
        const { announced, form, timeZone } = await decisions.form(press.about, press)
        return { kind: 'modal', modal: eventForm(announced, form, timeZone, press.language) }
      },
    }),
    defineButton({
      feature,
      act: 'cancel',
      answers: 'update',
      async run(press) {
        const announced = await decisions.cancel(press.about, press)
        return { kind: 'update', message: cancelledReply(announced, press.language) }
      },
    }),
    defineButton({
      feature,
      act: 'make',
      answers: 'update',
      async run(press) {
        const { content } = await decisions.make(press.about, press)
        const reader = { now: clock.now(), language: press.language }
        return { kind: 'update', message: madeReply(content.name, content.when, press.actor.userId, reader) }
      },
    }),
    defineButton({
      feature,
      act: 'ignore',
      answers: 'update',
      async run(press) {
        const announced = await decisions.ignore(press.about, press)
        return { kind: 'update', message: ignoredReply(announced, press.actor.userId, press.language) }
      },
    }),
  ]
}

export function announcementForms(decisions: Decisions, clock: Clock): Form[] {
  return [
    defineForm({
      feature,
      act: 'edit_form',
      answers: 'update',
      async run(sent) {
        const field = (name: keyof EventForm) => sent.fields.get(name) ?? ''
        const form = { name: field('name'), when: field('when'), location: field('location'), leads: field('leads') }
        const { announced, content } = await decisions.edit(sent.about, sent, form)
        const reader = { now: clock.now(), language: sent.language, isChange: true, goesAt: null }
        return { kind: 'update', message: confirmation(announced, content, reader) }
      },
    }),
  ]
}

/** The version goes along, so that a form filled in slowly does not undo what was changed meanwhile. */
function eventForm(
  { id, version }: Announced,
  shown: EventForm,
  timeZone: string,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const say = formWords(language)
  const field = (
    name: keyof EventForm,
    label: string,
    most: number,
    more: { required?: true; description?: string } = {},
  ) =>
    ({
      type: ComponentType.Label,
      label,
      ...(more.description && { description: more.description }),
      component: {
        type: ComponentType.TextInput,
        custom_id: name,
        style: TextInputStyle.Short,
        required: more.required ?? false,
        // What is there already must fit, however its characters are counted.
        max_length: Math.max(most, shown[name].length),
        ...(shown[name] && { value: shown[name] }),
      },
    }) as const
  return {
    custom_id: customId(feature, 'edit_form', `${id}:${version}`),
    title: say('form_title'),
    components: [
      field('name', say('form_name'), 100, { required: true }),
      field('when', say('form_when'), 200, { description: say('form_when_help', { zone: timeZone }) }),
      field('location', say('form_location'), 200),
      field('leads', say('form_leads'), 40, { description: say('form_leads_help') }),
    ],
  }
}

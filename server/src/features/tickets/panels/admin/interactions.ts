import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, isSnowflake, RoleId } from '../../../../kernel/ids.ts'
import type { Language } from '../../../../kernel/language.ts'
import type { AnswersOf, ModalAnswer } from '../../../../platform/discord/answers.ts'
import { defineButton, defineForm, defineSelect, type FormSubmission } from '../../../../platform/discord/components.ts'
import { customId } from '../../../../platform/discord/custom-id.ts'
import type { Invocation } from '../../../../platform/discord/invocation.ts'
import { plain } from '../../../../platform/discord/message-parts.ts'
import { verbatim } from '../../../../platform/discord/text.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { systemSettings } from '../../../../platform/settings/system.ts'
import { panelWords } from '../../words-panels.ts'
import type { PanelShape } from '../contract.ts'
import type { Panel } from '../panel.ts'
import type { PanelRef, PanelService } from '../service.ts'
import { hoursForm, limitsForm, questionForm, rolesForm, timesForm, wordsForm } from './forms.ts'
import { sheet } from './sheet.ts'
import { hoursWritten, limitsWritten, questionWritten, rolesWritten, timesWritten, wordsWritten } from './written.ts'

const feature = 'tickets'
export const ADMINS = { member: PermissionFlagsBits.Administrator }

export interface AdminNeeds {
  readonly service: PanelService
  readonly settings: Settings
}

/** What admins press, choose and write on the sheet of a panel. */
export function panelInteractions(needs: AdminNeeds) {
  const { service } = needs
  return {
    buttons: [switchButton(service), goneButton(service)],
    selects: [doSelect(needs), ...chosenSelects(service)],
    forms: [newForm(service), writtenForm(service)],
  }
}

/** `12.3.words`: the panel, the version that was seen, and what of it. */
function refOf(about: string, { guildId }: Invocation): PanelRef & { readonly what: string } {
  const [id = '', version = '', what = ''] = about.split('.')
  return { guildId, id: isSnowflake(id) ? id : '0', version: Number(version) || null, what }
}

async function changed(
  service: PanelService,
  invocation: Invocation,
  ref: PanelRef,
  change: (panel: Panel) => PanelShape,
): Promise<AnswersOf['update']> {
  const panel = await service.change(invocation.actor, ref, change)
  return { kind: 'update', message: sheet(panel, invocation.language) }
}

/** Of what is chosen or pressed on the sheet, whatever version it shows. */
const latest = (about: string, invocation: Invocation) => ({ ...refOf(about, invocation), version: null })

function doSelect({ service, settings }: AdminNeeds) {
  return defineSelect({
    feature,
    act: 'panel_do',
    needs: ADMINS,
    answers: 'modal',
    async run(choice) {
      const { guildId, language, about, values } = choice
      const [what = ''] = values
      const [panel, zone] = await Promise.all([
        service.find(guildId, refOf(about, choice).id),
        settings.read(systemSettings.timeZone, guildId),
      ])
      const id = customId(feature, 'panel_form', `${about}.${what}`)
      return partOf(what).form(id, panel, language, zone)
    },
  })
}

interface Part {
  readonly form: (id: string, panel: Panel, language: Language, zone: string) => ModalAnswer
  readonly written: (form: FormSubmission, panel: Panel) => PanelShape
}

/** What of a panel is written in a form of its own, beside its questions. */
const PARTS: ReadonlyMap<string, Part> = new Map([
  ['words', { form: wordsForm, written: wordsWritten }],
  ['limits', { form: limitsForm, written: limitsWritten }],
  ['hours', { form: hoursForm, written: hoursWritten }],
  ['roles', { form: rolesForm, written: rolesWritten }],
  ['times', { form: timesForm, written: timesWritten }],
])

/** `question2`: the third one. */
function partOf(what: string): Part {
  const place = Number(what.slice('question'.length))
  return (
    PARTS.get(what) ?? {
      form: (id, panel, language) => questionForm(id, panel, place, language),
      written: (form, panel) => questionWritten(panel, place, form),
    }
  )
}

function writtenForm(service: PanelService) {
  return defineForm({
    feature,
    act: 'panel_form',
    needs: ADMINS,
    answers: 'update',
    async run(form) {
      const ref = refOf(form.about, form)
      return changed(service, form, ref, (panel) => partOf(ref.what).written(form, panel))
    },
  })
}

function newForm(service: PanelService) {
  return defineForm({
    feature,
    act: 'panel_new',
    needs: ADMINS,
    answers: 'message',
    async run(form) {
      const panel = await service.create(form.actor, form.guildId, wordsWritten(form))
      return { kind: 'message', message: sheet(panel, form.language) }
    },
  })
}

const channelIn = ([chosen]: readonly string[]) => (chosen === undefined ? null : ChannelId.parse(chosen))

const CHOSEN: Readonly<Record<string, (values: readonly string[], panel: Panel) => PanelShape>> = {
  panel_place: (values, { place }) => {
    const id = channelIn(values)
    if (place === 'channel') return { category_id: id }
    return { thread_channel_id: id, ...(id === null && { place: 'channel' }) }
  },
  panel_overflow: (values) => ({ overflow_category_id: channelIn(values) }),
  panel_staff: (values) => ({ staff_role_ids: values.map((id) => RoleId.parse(id)) }),
}

function chosenSelects(service: PanelService) {
  return Object.entries(CHOSEN).map(([act, change]) =>
    defineSelect({
      feature,
      act,
      needs: ADMINS,
      answers: 'update',
      run: (choice) => changed(service, choice, latest(choice.about, choice), (panel) => change(choice.values, panel)),
    }),
  )
}

/** `12.thread`. A panel of threads needs a channel for them, so that this is where it stands until one is chosen. */
function switchButton(service: PanelService) {
  return defineButton({
    feature,
    act: 'panel_set',
    needs: ADMINS,
    answers: 'update',
    run(press) {
      const [, what] = press.about.split('.')
      return changed(service, press, latest(press.about, press), (panel): PanelShape => {
        switch (what) {
          case 'thread':
            return { place: 'thread', thread_channel_id: panel.threadChannelId ?? press.channelId }
          case 'channel':
            return { place: 'channel' }
          case 'answers_on':
          case 'answers_off':
            return { offers_answers: what === 'answers_on' }
          default:
            return { enabled: what === 'on' }
        }
      })
    },
  })
}

function goneButton(service: PanelService) {
  return defineButton({
    feature,
    act: 'panel_gone',
    needs: ADMINS,
    answers: 'update',
    async run(press) {
      const ref = refOf(press.about, press)
      const { name } = await service.find(press.guildId, ref.id)
      await service.remove(press.actor, ref)
      return { kind: 'update', message: plain(panelWords(press.language)('deleted', { name: verbatim(name) })) }
    },
  })
}

import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, isSnowflake, RoleId } from '../../../../kernel/ids.ts'
import type { AnswersOf } from '../../../../platform/discord/answers.ts'
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
    selects: [doSelect(needs), placeSelect(service), overflowSelect(service), staffSelect(service)],
    forms: [newForm(service), writtenForm(service)],
  }
}

/** `12.3.words`: the panel, the version that was seen, and what of it. */
function refOf(about: string, { guildId }: Invocation): PanelRef & { readonly what: string } {
  const [id = '', version = '', what = ''] = about.split('.')
  return { guildId, id: isSnowflake(id) ? id : '0', version: Number(version) || null, what }
}

const LATEST = null

async function changed(
  service: PanelService,
  invocation: Invocation,
  ref: PanelRef,
  change: PanelShape | ((panel: Panel) => PanelShape),
): Promise<AnswersOf['update']> {
  const panel = await service.change(invocation.actor, ref, change)
  return { kind: 'update', message: sheet(panel, invocation.language) }
}

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
      if (what === 'words') return wordsForm(id, panel, language)
      if (what === 'limits') return limitsForm(id, panel, language)
      if (what === 'hours') return hoursForm(id, panel, zone, language)
      if (what === 'roles') return rolesForm(id, panel, language)
      if (what === 'times') return timesForm(id, panel, language)
      return questionForm(id, panel, placeOf(what), language)
    },
  })
}

const placeOf = (what: string) => Number(what.slice('question'.length))

function writtenForm(service: PanelService) {
  return defineForm({
    feature,
    act: 'panel_form',
    needs: ADMINS,
    answers: 'update',
    async run(form) {
      const ref = refOf(form.about, form)
      return changed(service, form, ref, (panel) => writtenIn(form, ref.what, panel))
    },
  })
}

function writtenIn(form: FormSubmission, what: string, panel: Panel): PanelShape {
  if (what === 'words') return wordsWritten(form)
  if (what === 'limits') return limitsWritten(form)
  if (what === 'hours') return hoursWritten(form)
  if (what === 'roles') return rolesWritten(form)
  if (what === 'times') return timesWritten(form)
  return questionWritten(panel, placeOf(what), form)
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

function placeSelect(service: PanelService) {
  return defineSelect({
    feature,
    act: 'panel_place',
    needs: ADMINS,
    answers: 'update',
    async run(choice) {
      const id = channelIn(choice.values)
      const ref = { ...refOf(choice.about, choice), version: LATEST }
      return changed(service, choice, ref, ({ place }) =>
        place === 'thread' ? { thread_channel_id: id, ...(id === null && { place: 'channel' }) } : { category_id: id },
      )
    },
  })
}

function overflowSelect(service: PanelService) {
  return defineSelect({
    feature,
    act: 'panel_overflow',
    needs: ADMINS,
    answers: 'update',
    run(choice) {
      const ref = { ...refOf(choice.about, choice), version: LATEST }
      return changed(service, choice, ref, { overflow_category_id: channelIn(choice.values) })
    },
  })
}

function staffSelect(service: PanelService) {
  return defineSelect({
    feature,
    act: 'panel_staff',
    needs: ADMINS,
    answers: 'update',
    run(choice) {
      const ref = { ...refOf(choice.about, choice), version: LATEST }
      return changed(service, choice, ref, { staff_role_ids: choice.values.map((id) => RoleId.parse(id)) })
    },
  })
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
      const ref = { ...refOf(press.about, press), version: LATEST }
      return changed(service, press, ref, (panel): PanelShape => {
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

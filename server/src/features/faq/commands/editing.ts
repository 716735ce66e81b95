import { say } from '../../../platform/discord/answers.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { integer, required } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { entryLanguage } from '../entry.ts'
import { editForm, newEntryForm } from '../forms.ts'
import { deleteQuestion, versionReply } from '../replies-editing.ts'
import { findVersion } from '../versions-store.ts'
import { faqWords } from '../words.ts'
import { editingWords } from '../words-editing.ts'
import type { ReadingNeeds } from './reading.ts'

export interface EditingNeeds extends ReadingNeeds, Pick<Platform, 'settings'> {}

const number = { id: required(integer(faqWords.everywhere('id'), { min: 1 })) }

/** What staff do with entries. */
export function editingCommands(needs: EditingNeeds) {
  return [...writingCommands(needs), ...keepingCommands(needs)]
}

function writingCommands(needs: EditingNeeds) {
  const { gate, service } = needs
  return [
    defineSubcommand({
      name: 'add',
      description: editingWords.everywhere('add_command'),
      options: {},
      answers: 'modal',
      async handle(_options, invocation) {
        await gate.requireStaff(invocation)
        return { kind: 'modal', modal: await blankForm(needs, invocation, { title: '', missId: '' }) }
      },
    }),
    defineSubcommand({
      name: 'edit',
      description: editingWords.everywhere('edit_command'),
      options: number,
      answers: 'modal',
      async handle({ id }, invocation) {
        await gate.requireStaff(invocation)
        const entry = await service.entry(invocation.guildId, { number: id })
        return { kind: 'modal', modal: editForm(entry, invocation.language) }
      },
    }),
  ]
}

function keepingCommands(needs: EditingNeeds) {
  const { gate, service } = needs
  return [
    defineSubcommand({
      name: 'delete',
      description: editingWords.everywhere('delete_command'),
      options: number,
      answers: 'message',
      async handle({ id }, invocation) {
        await gate.requireStaff(invocation)
        const entry = await service.entry(invocation.guildId, { number: id })
        return { kind: 'message', message: deleteQuestion(entry, invocation.language) }
      },
    }),
    defineSubcommand({
      name: 'history',
      description: editingWords.everywhere('history_command'),
      options: number,
      answers: 'message',
      async handle({ id }, invocation) {
        await gate.requireStaff(invocation)
        const { version } = await service.entry(invocation.guildId, { number: id })
        return { kind: 'message', message: await versionMessage(needs, { number: id }, version, invocation) }
      },
    }),
    defineSubcommand({
      name: 'reload',
      description: editingWords.everywhere('reload_command'),
      options: {},
      answers: 'message',
      async handle(_options, invocation) {
        await gate.requireStaff(invocation)
        const count = await service.reindex(invocation.guildId)
        return say(editingWords(invocation.language)('reloaded', { count }))
      },
    }),
  ]
}

/** The form for a new entry, in the language of the guild. */
export async function blankForm(
  { settings }: EditingNeeds,
  { guildId, language }: Invocation,
  filled: { readonly title: string; readonly missId: string },
) {
  const ofGuild = entryLanguage(await settings.read(systemSettings.locale, guildId))
  return newEntryForm({ ...filled, language: ofGuild }, language)
}

export async function versionMessage(
  { db, service }: EditingNeeds,
  key: { readonly id: number } | { readonly number: number },
  wished: number,
  { guildId, language }: Invocation,
) {
  const entry = await service.entry(guildId, key)
  const latest = Math.min(Math.max(1, wished), entry.version)
  const version = await findVersion(db, guildId, entry.id, latest)
  if (!version) throw new Error(`entry ${entry.id} has no version ${latest}`)
  return versionReply(entry, version, language)
}

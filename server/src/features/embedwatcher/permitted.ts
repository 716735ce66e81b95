import { PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import { holds } from '../../platform/discord/needs.ts'
import { type Announced, findAnnounced } from './store.ts'
import { formWords } from './words-form.ts'

/**
 * Who may decide about an announcement: whoever announced it and members who may manage the guild. Anybody who sees a
 * button can press it, so it is asked each time. `about` is the third part of a custom id: the announcement and the
 * version of it that was seen.
 * @throws {Refusal} unless it is one of this guild about which the member may decide.
 */
export async function permitted(db: Db, about: string, invocation: Invocation): Promise<Announced> {
  const { id } = partsOf(about)
  const announced = /^\d{1,18}$/.test(id) ? await findAnnounced(db, id) : null
  if (announced?.guildId !== invocation.guildId) throw unknownAnnouncement()
  const isAuthor = announced.isByPerson && announced.authorId === invocation.actor.userId
  if (!isAuthor && !holds({ member: PermissionFlagsBits.ManageGuild }, invocation))
    throw new Refusal('forbidden', 'embedwatcher.not_yours', formWords.everywhere('not_yours'))
  return announced
}

/** @throws {Refusal} when it says something else than what was seen. */
export function checkSeen({ version }: Pick<Announced, 'version'>, about: string): void {
  if (String(version) !== partsOf(about).version)
    throw new Refusal('conflict', 'embedwatcher.changed_meanwhile', formWords.everywhere('changed_meanwhile'))
}

/** @throws {Refusal} when nothing can be made of it any more. */
export function checkOpen({ status }: Announced): void {
  if (status === 'deleted' || status === 'cancelled')
    throw new Refusal('conflict', 'embedwatcher.closed', formWords.everywhere('closed'))
}

export function unknownAnnouncement(): Refusal {
  return new Refusal('not_found', 'embedwatcher.not_found', formWords.everywhere('not_found'))
}

function partsOf(about: string): { readonly id: string; readonly version: string } {
  const [id = '', version = ''] = about.split(':')
  return { id, version }
}

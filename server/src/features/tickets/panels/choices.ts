import type { GuildId } from '../../../kernel/ids.ts'
import type { Choice } from '../../../platform/discord/choice.ts'
import type { Platform } from '../../../platform/feature.ts'
import { MAKES_THREADS, MAKES_TICKETS, POSTS_PANELS } from '../needs.ts'
import { ticketSettings } from '../settings.ts'
import type { Panel } from './panel.ts'
import { listPanels } from './panel-store.ts'
import { listPostings } from './posting-store.ts'
import { choiceWords } from './words-choices.ts'

const { scope } = ticketSettings.enabled

/** What the panels that are offered, and the messages that offer them, need of the server. */
export function panelChoices({ db }: Pick<Platform, 'db'>) {
  return async (guildId: GuildId): Promise<Choice[]> => {
    const [panels, postings] = await Promise.all([listPanels(db, guildId), listPostings(db, guildId)])
    return [
      ...panels.filter(({ isEnabled }) => isEnabled).flatMap(choicesOf),
      ...postings.map(
        ({ channelId: id }): Choice => ({
          type: 'channel',
          id,
          scope,
          label: choiceWords.everywhere('posting'),
          chooseAgain: null,
          botNeeds: POSTS_PANELS,
        }),
      ),
    ]
  }
}

type Purpose = 'category' | 'overflow' | 'threads' | 'staff' | 'members'

function choicesOf({ name: panel, ...chosen }: Panel): Choice[] {
  const choices = (purpose: Purpose, ids: readonly (string | null)[], rest: Pick<Choice, 'type' | 'botNeeds'>) =>
    ids.flatMap((id): Choice[] => {
      const label = choiceWords.everywhere(purpose, { panel })
      return id === null ? [] : [{ id, scope, label, chooseAgain: choiceWords.everywhere('again', { panel }), ...rest }]
    })
  const category = { type: 'category', botNeeds: MAKES_TICKETS } as const
  const places =
    chosen.place === 'thread'
      ? choices('threads', [chosen.threadChannelId], { type: 'channel', botNeeds: MAKES_THREADS })
      : [
          ...choices('category', [chosen.categoryId], category),
          ...choices('overflow', [chosen.overflowCategoryId], category),
        ]
  return [
    ...places,
    ...choices('staff', chosen.staffRoleIds, { type: 'role' }),
    ...choices('members', [...chosen.requiredRoleIds, ...chosen.refusedRoleIds], { type: 'role' }),
  ]
}

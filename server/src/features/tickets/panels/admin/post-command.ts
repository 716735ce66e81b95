import type { GuildId } from '../../../../kernel/ids.ts'
import type { Language } from '../../../../kernel/language.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { say } from '../../../../platform/discord/answers.ts'
import { defineCommand } from '../../../../platform/discord/commands.ts'
import { channel, choice, text } from '../../../../platform/discord/options.ts'
import { verbatim } from '../../../../platform/discord/text.ts'
import type { Platform } from '../../../../platform/feature.ts'
import { MESSAGE_CHANNELS } from '../../../../platform/settings/message-channels.ts'
import { nextNoticeOn } from '../../next-notice.ts'
import { panelWords } from '../../words-panels.ts'
import { panelListsLike, panelNamed } from '../panel-choices.ts'
import { findPosting, POSTINGS_CHANNEL, type Posting } from '../posting-store.ts'
import type { PanelService } from '../service.ts'
import { ADMINS } from './interactions.ts'

type Needs = Pick<Platform, 'db' | 'notices'> & { readonly service: PanelService }

/** How long an admin is kept waiting for the worker that posts. */
const PATIENCE_MS = 6_000

/** `/ticket_panel_post`: again in the same channel it changes the message that stands there. */
export function postCommand(needs: Needs) {
  const { db, service } = needs
  const posted = postedWatch(needs)
  return defineCommand({
    name: 'ticket_panel_post',
    description: panelWords.everywhere('post_command'),
    needs: ADMINS,
    options: {
      channel: channel(panelWords.everywhere('post_channel'), MESSAGE_CHANNELS),
      panels: text(panelWords.everywhere('post_panels'), { complete: panelListsLike(db) }),
      style: choice(panelWords.everywhere('post_style'), {
        buttons: panelWords.everywhere('style_buttons'),
        menu: panelWords.everywhere('style_menu'),
      }),
    },
    answers: 'message',
    async handle({ channel: chosen, panels, style }, { actor, guildId, channelId: here, language }) {
      const panelIds = panels === null ? null : await idsOf(needs, guildId, panels)
      const wish = { channelId: chosen ?? here, panelIds, style: style ?? 'buttons' }
      return say(stands(await posted(await service.post(actor, guildId, wish)), language))
    },
  })
}

async function idsOf({ db }: Needs, guildId: GuildId, typed: string): Promise<string[]> {
  const ids: string[] = []
  for (const name of typed.split(',').filter((part) => part.trim() !== '')) {
    const panel = await panelNamed(db, guildId, name)
    if (!panel) {
      const said = panelWords.everywhere('no_such_name', { name: verbatim(name.trim()) })
      throw new Refusal('not_found', 'tickets.panel_not_found', said)
    }
    ids.push(panel.id)
  }
  return ids
}

/** The posting, once the worker has dealt with this version of it; as it is where that takes too long. */
function postedWatch({ db, notices }: Needs): (posting: Posting) => Promise<Posting> {
  const nextNotice = nextNoticeOn(notices, POSTINGS_CHANNEL)
  return async (posting) => {
    const patience = AbortSignal.timeout(PATIENCE_MS)
    for (;;) {
      const heard = nextNotice(posting.guildId, patience)
      const found = (await findPosting(db, posting.guildId, posting.id)) ?? posting
      if (found.settledVersion >= posting.version || found.trouble !== null || patience.aborted) return found
      await heard
    }
  }
}

function stands({ guildId, channelId, messageId, trouble }: Posting, language: Language): string {
  const words = panelWords(language)
  if (trouble !== null) return words('posted_trouble', { channel: `<#${channelId}>` })
  if (messageId === null) return words('posted_soon', { channel: `<#${channelId}>` })
  return words('posted', { link: `https://discord.com/channels/${guildId}/${channelId}/${messageId}` })
}

import { ChannelType } from 'discord-api-types/v10'
import { inEach, type Localised } from '../../kernel/language.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { refusalWords } from './words-refusals.ts'

/** The Dutch ones are the first halves of words. */
const KINDS = new Map<ChannelType, Localised>([
  [ChannelType.GuildText, { en: 'text', nl: 'tekst' }],
  [ChannelType.GuildAnnouncement, { en: 'announcement', nl: 'aankondigings' }],
  [ChannelType.GuildVoice, { en: 'voice', nl: 'spraak' }],
  [ChannelType.GuildStageVoice, { en: 'stage', nl: 'podium' }],
  [ChannelType.GuildForum, { en: 'forum', nl: 'forum' }],
])
const OR: Localised = { en: ' or ', nl: '- of ' }

/** What of a server the setting may name: `a text or announcement channel`, `een tekst- of aankondigingskanaal`. */
export function thingOf(setting: Setting): Localised {
  switch (setting.type) {
    case 'channel': {
      const kinds = setting.channelTypes.map((type) => KINDS.get(type) ?? inEach(() => `type-${type}`))
      return inEach((language) =>
        refusalWords(language)('channel', { kinds: kinds.map((kind) => kind[language]).join(OR[language]) }),
      )
    }
    case 'category':
    case 'role':
      return refusalWords.everywhere(setting.type)
    default:
      return refusalWords.everywhere('user')
  }
}

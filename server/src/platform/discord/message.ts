import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'

/** A message to be posted. Who it may mention is said every time: Discord's default is everyone it names. */
export type OutgoingMessage = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components'> &
  Required<Pick<RESTPostAPIChannelMessageJSONBody, 'allowed_mentions'>>

/** Nobody is notified, whatever the text names. */
export const NO_MENTIONS = { parse: [] } satisfies OutgoingMessage['allowed_mentions']

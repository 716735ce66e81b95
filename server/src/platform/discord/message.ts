import type { APIMessage, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'

/** Up to 10 MiB each: https://discord.com/developers/docs/reference#uploading-files */
export interface OutgoingFile {
  readonly name: string
  readonly contentType: string
  readonly data: Uint8Array
}

/** A message to be posted. Who it may mention is said every time: Discord's default is everyone it names. */
export type OutgoingMessage = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components'> &
  Required<Pick<RESTPostAPIChannelMessageJSONBody, 'allowed_mentions'>> & { readonly files?: readonly OutgoingFile[] }

/** Nobody is notified, whatever the text names. */
export const NO_MENTIONS = { parse: [] } satisfies OutgoingMessage['allowed_mentions']

/** The part of a message that is JSON. */
export function withoutFiles({ files: _, ...message }: OutgoingMessage & { flags?: APIMessage['flags'] }): Omit<
  OutgoingMessage,
  'files'
> & {
  flags?: APIMessage['flags']
} {
  return message
}

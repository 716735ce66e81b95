import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { NO_MENTIONS, type OutgoingMessage } from './message.ts'

/** What messages are put together from. */

export function plain(content: string, ...components: readonly Row[]): OutgoingMessage {
  return { content, ...(components.length > 0 && { components: [...components] }), allowed_mentions: NO_MENTIONS }
}

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

export function row(...components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] }
}

interface Looks {
  readonly style?: APIButtonComponentWithCustomId['style']
  readonly disabled?: boolean
}

export function button(
  custom_id: string,
  label: string,
  { style = ButtonStyle.Secondary, disabled = false }: Looks = {},
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label, custom_id, disabled }
}

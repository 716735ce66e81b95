import type { Ticket } from '../ticket.ts'

/** What stands in the topic of a ticket's channel, by which it is found again; topics are never changed, so it stays. */
export interface Marker {
  readonly number: number
  readonly ticketId: string
}

const MARKER = /\balphapy:ticket:(\d{1,10}):(\d{1,19})\b/

export function markerOf({ number, id }: Pick<Ticket, 'number' | 'id'>): string {
  return `alphapy:ticket:${number}:${id}`
}

export function readMarker(topic: string | null): Marker | null {
  const [, number, ticketId] = MARKER.exec(topic ?? '') ?? []
  return number !== undefined && ticketId !== undefined ? { number: Number(number), ticketId } : null
}

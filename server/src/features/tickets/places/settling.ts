import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { findTicket } from '../store.ts'
import { lookUp } from './loss.ts'
import { ensureMade, NoRoom } from './making.ts'
import type { Place } from './place.ts'
import { finish, putOff, standInLine } from './recording.ts'
import { stepsFrom } from './steps.ts'
import { type Rest, take } from './taking.ts'
import { LeaseLost, NotPlaced } from './trouble.ts'
import { factsOf, type PlaceNeeds, type Standing, standingOf, type Work } from './work.ts'

/**
 * Brings Discord to what a leased ticket demands, step by step, each noted in the database before the next. Breaking off
 * anywhere leaves a lease that runs out; whoever takes it up looks anew and takes the steps that are left.
 */
export async function settle(needs: PlaceNeeds, place: Place, signal: AbortSignal): Promise<void> {
  const work: Work = { needs, looks: place.wantedLooks, place, signal, version: 0 }
  try {
    await bring(work)
  } catch (error) {
    if (error instanceof LeaseLost) return
    if (error instanceof NoRoom) return standInLine(work, error)
    if (error instanceof DiscordFailure || error instanceof NotPlaced) return putOff(work, error)
    throw error
  }
}

async function bring(work: Work): Promise<void> {
  const { db } = work.needs
  const { guildId, ticketId } = work.place
  const ticket = await findTicket(db, guildId, ticketId)
  if (!ticket) return
  work.version = ticket.version
  const found = await lookUp(work, ticket)
  const facts = await factsOf(work, ticket)
  const before = await standingOf(work, facts, found)
  const made = await ensureMade(work, before)
  const standing = made === found ? before : await standingOf(work, facts, made)
  await finish(work, standing, await takeAll(work, standing))
}

async function takeAll(work: Work, standing: Standing): Promise<Rest> {
  const { found, wanted, terms } = standing
  if (!found) return null
  let rest: Rest = null
  for (const step of stepsFrom(found, wanted, work.place, terms.categoryId)) {
    rest = (await take(work, standing, found, step)) ?? rest
  }
  return rest
}

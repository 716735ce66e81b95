import { ChannelId } from '../../kernel/ids.ts'
import { languageFor } from '../../kernel/language.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import { DiscordFailure, UNKNOWN_MESSAGE } from '../../platform/discord/failure.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut, verbatim } from '../../platform/discord/text.ts'
import type { Platform } from '../../platform/feature.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { type ChosenPlace, type LeasedPanel, type Panel, placeOf, type StandingPanel } from './panel-store.ts'
import { onboardingSettings } from './settings.ts'
import { startRow } from './step-messages.ts'
import { onboardingWords } from './words.ts'

export type PanelNeeds = Pick<Platform, 'clock' | 'discord' | 'settings' | 'guilds'>

/** What should stand, and where. */
interface Wish {
  readonly channelId: ChannelId
  readonly message: OutgoingMessage
  readonly fingerprint: string
}

const TITLE_ROOM = 200
const SEARCHED = 100

/** What the panel of a guild should be now; null: there should be none. */
export async function wishedPanel(
  { settings, guilds }: PanelNeeds,
  guildId: Panel['guildId'],
): Promise<(chosen: ChosenPlace | null) => Wish | null> {
  const [isEnabled, mode, rulesChannel, locale, own, sketch] = await Promise.all([
    settings.read(onboardingSettings.enabled, guildId),
    settings.read(onboardingSettings.mode, guildId),
    settings.read(systemSettings.rulesChannel, guildId),
    settings.read(systemSettings.locale, guildId),
    settings.read(onboardingSettings.panelText, guildId),
    guilds.guild(guildId),
  ])
  if (!isEnabled || mode === 'disabled' || !sketch) return () => null
  const say = onboardingWords(languageFor(null, locale))
  const message: OutgoingMessage = {
    embeds: [
      {
        color: 0x5865f2,
        title: say('panel_title', { guild: cut(verbatim(sketch.guild.name), TITLE_ROOM) }),
        description: own.trim() || say('panel_text'),
      },
    ],
    components: [startRow('start', say('start'))],
    allowed_mentions: NO_MENTIONS,
  }
  const fingerprint = nonceOf(JSON.stringify(message))
  return (chosen) => {
    const place = placeOf(chosen, rulesChannel)
    return place === null ? null : { channelId: ChannelId.parse(place), message, fingerprint }
  }
}

/** Makes what stands what is wished for, with as little as possible. @returns the panel as it is now. */
export async function putPanelRight(needs: PanelNeeds, panel: LeasedPanel, wish: Wish | null): Promise<LeasedPanel> {
  const { standing } = panel
  const isMoved = standing !== null && standing.channelId !== wish?.channelId
  if (isMoved) await takeDown(needs, standing)
  const there = isMoved ? null : standing
  if (!wish) return { ...panel, standing: there && null }
  const kept = there && (await keep(needs, there, wish))
  if (kept) return { ...panel, standing: kept }
  const adopted = await findPanel(needs, wish)
  if (adopted) return { ...panel, standing: adopted }
  return posted(needs, panel, wish)
}

async function posted(needs: PanelNeeds, panel: LeasedPanel, wish: Wish): Promise<LeasedPanel> {
  const { channelId, message, fingerprint } = wish
  const nonce = nonceOf('onboarding-panel', panel.guildId, channelId, String(panel.generation))
  const next = { ...panel, generation: panel.generation + 1 }
  // A process that was suspended may have been replaced by another one.
  if (Temporal.Instant.compare(needs.clock.now(), panel.leaseUntil) >= 0)
    throw new DiscordFailure('unavailable', 'putting the panel right took too long')
  try {
    const { id: messageId } = await needs.discord.sendMessage(channelId, message, { nonce })
    return { ...next, standing: { channelId, messageId, fingerprint } }
  } catch (error) {
    // It was posted, nobody heard so, and it was deleted since.
    if (error instanceof DiscordFailure && error.code === UNKNOWN_MESSAGE) return posted(needs, next, wish)
    throw error
  }
}

/** One that cannot be deleted is left where it is: its button works, too. */
async function takeDown({ discord }: PanelNeeds, { channelId, messageId }: StandingPanel): Promise<void> {
  await unlessRefused(discord.deleteMessage(channelId, messageId, 'The onboarding is elsewhere, or closed'))
}

/** Edited where it says something else. Null when it is gone. */
async function keep({ discord }: PanelNeeds, there: StandingPanel, wish: Wish): Promise<StandingPanel | null> {
  const { channelId, messageId, fingerprint } = there
  try {
    if (fingerprint === wish.fingerprint) await discord.message(channelId, messageId)
    else await discord.editMessage(channelId, messageId, wish.message)
    return { channelId, messageId, fingerprint: wish.fingerprint }
  } catch (error) {
    if (error instanceof DiscordFailure && error.kind === 'gone') return null
    throw error
  }
}

/** One that was posted by a process that died before it could say so. */
async function findPanel({ discord }: PanelNeeds, { channelId, message, fingerprint }: Wish) {
  const self = await discord.self()
  const recent = await unlessRefused(discord.recentMessages(channelId, { limit: SEARCHED }))
  const found = recent?.find(
    ({ authorId, components }) => authorId === self && JSON.stringify(components).includes('"onboarding:start:"'),
  )
  if (!found) return null
  await discord.editMessage(channelId, found.id, message)
  return { channelId, messageId: found.id, fingerprint }
}

/** Null where Discord says that it is not there or not for the bot. */
async function unlessRefused<Value>(call: Promise<Value>): Promise<Value | null> {
  return call.catch((error: unknown) => {
    if (error instanceof DiscordFailure && (error.kind === 'gone' || error.kind === 'forbidden')) return null
    throw error
  })
}

import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { Overview } from './overview.ts'
import { healthWords } from './words.ts'

const WELL = 0x2e_cc_71
const UNWELL = 0xe7_4c_3c
const INLINE = { inline: true }

export function healthReply(overview: Overview, language: Language): OutgoingMessage {
  const say = healthWords(language)
  const isWell = overview.isOnline && overview.databaseStatus === 'ok'
  const switches = overview.switches.map(({ label, isOn }) => {
    const state = isOn === null ? say('unknown') : say(isOn ? 'on' : 'off')
    return `${label[language]}: ${state}`
  })
  return {
    embeds: [
      {
        color: isWell ? WELL : UNWELL,
        title: say('title'),
        fields: [
          { name: say('database'), value: databaseState(overview, language), ...INLINE },
          { name: say('discord'), value: connectionState(overview, language), ...INLINE },
          { name: say('version'), value: overview.version, ...INLINE },
          { name: say('running'), value: timestamp(overview.startedAt, 'R'), ...INLINE },
          { name: say('behind'), value: backlog(overview, language) },
          ...(switches.length > 0 ? [{ name: say('in_this_server'), value: switches.join('\n') }] : []),
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function databaseState({ databaseStatus }: Overview, language: Language): string {
  const say = healthWords(language)
  if (databaseStatus === 'ok') return say('database_ok')
  return say('database_down', { reason: databaseStatus.replace(/^error:/, '') })
}

function connectionState({ isOnline, latencyMs, shards }: Overview, language: Language): string {
  const say = healthWords(language)
  const connected = latencyMs === null ? say('online') : say('online_latency', { ms: latencyMs })
  return [isOnline ? connected : say('offline'), ...(shards ? [say('shards', shards)] : [])].join('\n')
}

function backlog({ messagesBehind, remindersBehind }: Overview, language: Language): string {
  const say = healthWords(language)
  if (messagesBehind === null || remindersBehind === null) return say('unknown')
  const behind = [
    ...(messagesBehind > 0 ? [say('messages', { count: messagesBehind })] : []),
    ...(remindersBehind > 0 ? [say('reminders', { count: remindersBehind })] : []),
  ]
  return behind.length === 0 ? say('nothing_behind') : `🟡 ${behind.join(', ')}`
}

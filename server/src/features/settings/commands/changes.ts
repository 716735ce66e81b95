import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { nameOf, type Setting } from '../../../platform/settings/define.ts'
import type { Primitive } from '../../../platform/settings/value.ts'
import { changedReply, settingReply } from '../replies.ts'
import { readTyped } from '../values-typed.ts'
import type { ConfigNeeds } from './needs.ts'
import { currentOf, namedSetting } from './setting-option.ts'

/** Looking at one setting and changing it, whichever command or picker asks; each answers with what is to be read. */
export function changesOf(needs: ConfigNeeds) {
  async function change(invocation: Invocation, setting: Setting, value: Primitive | null): Promise<OutgoingMessage> {
    const { actor, guildId, language } = invocation
    const { scope, key } = setting
    const { changes } = await needs.service.change(actor, guildId, [{ scope, key, value }])
    return changedReply(await currentOf(needs, invocation, nameOf(setting)), changes[0], language)
  }

  return {
    async look(invocation: Invocation, name: string): Promise<OutgoingMessage> {
      const current = await currentOf(needs, invocation, nameOf(namedSetting(needs, name)))
      return settingReply(current, await needs.contentsOf(invocation.guildId), invocation.language)
    },
    async changeTo(invocation: Invocation, name: string, typed: string): Promise<OutgoingMessage> {
      const setting = namedSetting(needs, name)
      return change(invocation, setting, readTyped(setting, typed, await needs.contentsOf(invocation.guildId)))
    },
    reset: (invocation: Invocation, name: string) => change(invocation, namedSetting(needs, name), null),
  }
}

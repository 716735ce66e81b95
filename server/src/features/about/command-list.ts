import type { Localised } from '../../kernel/language.ts'
import { type TypedCommand, typedCommands } from '../../platform/discord/command-names.ts'
import type { Command } from '../../platform/discord/commands.ts'

/** The commands of one feature, under the title by which people know it. */
export interface CommandGroup {
  readonly title: Localised
  readonly commands: readonly Command[]
}

export interface ListedCommand extends TypedCommand {
  readonly title: Localised
  /** Only for members with some permission. */
  readonly isForAdmins: boolean
}

interface Reader {
  readonly includeAdmin: boolean
  holds(needed: bigint): boolean
}

/** What this reader is shown: what is for everybody, and of the rest what he may use, if he asks for it. */
export function listedCommands(groups: readonly CommandGroup[], { includeAdmin, holds }: Reader): ListedCommand[] {
  return groups.flatMap(({ title, commands }) =>
    commands.flatMap(({ definition }) => {
      const needed = BigInt(definition.default_member_permissions ?? 0)
      const isForAdmins = needed !== 0n
      if (isForAdmins && !(includeAdmin && holds(needed))) return []
      return typedCommands(definition).map((typed) => ({ ...typed, title, isForAdmins }))
    }),
  )
}

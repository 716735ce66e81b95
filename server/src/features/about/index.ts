import type { Feature } from '../../platform/feature.ts'
import type { CommandGroup } from './command-list.ts'
import { listing } from './commands/commands.ts'
import { releaseCommand } from './commands/release.ts'
import { versionCommand } from './commands/version.ts'

interface AboutOptions {
  /** Of all features, in the order in which they are listed. */
  commandGroups(): readonly CommandGroup[]
}

/** What the program says of itself: its version, what is new in it, and what can be typed. */
export function about({ commandGroups }: AboutOptions): Feature {
  return {
    name: 'about',
    build(platform) {
      const { commands, buttons } = listing({ ...platform, commandGroups })
      const { publicUrl } = platform.config.http
      return { commands: [versionCommand(platform.clock, publicUrl), releaseCommand, ...commands], buttons }
    },
  }
}

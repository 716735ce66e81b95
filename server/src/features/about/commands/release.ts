import { defineCommand } from '../../../platform/discord/commands.ts'
import { VERSION } from '../../../platform/version.ts'
import { notesOf, readChangelog } from '../changelog.ts'
import { releaseReply } from '../replies.ts'
import { aboutWords } from '../words.ts'

/** `/release`: what is new in the version that runs here. */
export const releaseCommand = defineCommand({
  name: 'release',
  description: aboutWords.everywhere('release_description'),
  options: {},
  answers: 'message',
  async handle(_options, { language }) {
    const changelog = await readChangelog()
    return { kind: 'message', message: releaseReply(changelog === null ? null : notesOf(changelog, VERSION), language) }
  },
})

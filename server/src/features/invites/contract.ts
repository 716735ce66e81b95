import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of invite figures over HTTP. */

const count = (description: string, example = 0) => Type.Integer({ minimum: 0, description, examples: [example] })

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const BoardQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10, description: 'How many on a page.' })),
  page: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100_000, default: 1, description: 'Pages beyond the last are the last.' }),
  ),
})

const rejoins = count('Joins of persons who had been there before; they count for nothing.')
const Inviter = Type.Object({
  user_id: SnowflakeOut(),
  invites: count('Persons brought who are still there, with what admins have changed; never below zero.'),
  joins: count('Persons brought, each counted once.'),
  left: count('Of those, the persons who are not there any more.'),
  rejoins,
  adjustment: Type.Integer({ description: 'What admins have added or taken away.' }),
  certain: count('Joins that can only be by this inviter.'),
  likely: count('Joins that are more likely by this inviter than by any other.'),
})
export const BoardOut = Type.Object({
  inviters: Type.Array(Inviter, { description: 'The most invites first.' }),
  page: Type.Integer({ minimum: 1 }),
  pages: Type.Integer({ minimum: 1 }),
  total: count('Inviters on all pages.'),
  guild: Type.Object(
    {
      joins: count('First joins of persons.'),
      certain: count('Of those, how many are certainly by their inviter.'),
      likely: count('Of those, how many are likely by their inviter.'),
      unattributed: count('Of those, how many count for nobody.'),
      rejoins,
    },
    { description: 'All joins since the bot follows them, whoever brought them about.' },
  ),
})

import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { type Agreement, agreement } from './agreement.ts'
import * as store from './consent-store.ts'
import { gdprSettings } from './settings.ts'
import { gdprWords } from './words.ts'

type Acceptance = store.Acceptance

/** Who acts, and where. */
export interface Member {
  readonly guildId: GuildId
  readonly userId: UserId
}

/** The wording under a button that was pressed. */
export interface Shown {
  readonly version: number
  readonly language: Language
}

/** The agreement as it stands, with its number. */
export interface CurrentAgreement extends Agreement {
  readonly version: number
}

/** What came of pressing "I agree". `earlier` is the acceptance of an older wording that still holds. */
export type Agreed =
  | { readonly kind: 'accepted'; readonly version: number; readonly earlier: Acceptance | null }
  | { readonly kind: 'already'; readonly acceptance: Acceptance }
  | { readonly kind: 'outdated'; readonly current: CurrentAgreement; readonly earlier: Acceptance | null }

export interface ConsentFigures {
  readonly agreeing: number
  readonly versions: readonly store.VersionCount[]
}

export interface Consents {
  /** @throws {Refusal} where the guild does without the agreement. */
  current(guildId: GuildId): Promise<CurrentAgreement>
  agree(member: Member, shown: Shown | null): Promise<Agreed>
  /** @returns whether there was anything to withdraw. */
  withdraw(member: Member): Promise<boolean>
  /** Newest first. */
  historyOf(member: Member): Promise<readonly Acceptance[]>
  figures(guildId: GuildId): Promise<ConsentFigures>
}

type ConsentsNeeds = Pick<Platform, 'db' | 'clock' | 'settings'>

export function consents({ db, clock, settings }: ConsentsNeeds): Consents {
  const wording = agreement()

  async function requireEnabled(guildId: GuildId): Promise<void> {
    if (await settings.read(gdprSettings.enabled, guildId)) return
    throw new Refusal('conflict', 'gdpr.disabled', gdprWords.everywhere('disabled'))
  }

  return {
    async current(guildId) {
      await requireEnabled(guildId)
      const version = await db.transaction().execute((tx) => store.versionOf(tx, wording, clock.now()))
      return { ...wording, version }
    },

    async agree(member, shown) {
      await requireEnabled(member.guildId)
      return db.transaction().execute(async (tx) => {
        const now = clock.now()
        const version = await store.versionOf(tx, wording, now)
        const open = (await store.acceptancesOf(tx, member)).filter(({ withdrawnAt }) => withdrawnAt === null)
        const same = open.find((acceptance) => acceptance.version === version)
        if (same) return { kind: 'already', acceptance: same }
        const earlier = open[0] ?? null
        // What is agreed to is what was read.
        if (shown?.version !== version) return { kind: 'outdated', current: { ...wording, version }, earlier }
        const acceptance = { version, language: shown.language, acceptedAt: now }
        const isNew = await store.insertAcceptance(tx, member, acceptance)
        if (!isNew) return { kind: 'already', acceptance: { ...acceptance, withdrawnAt: null } }
        await tell(tx, member, { type: 'GDPR_ACCEPTED', versions: [version] }, now)
        return { kind: 'accepted', version, earlier }
      })
    },

    withdraw: (member) =>
      db.transaction().execute(async (tx) => {
        const now = clock.now()
        const versions = await store.withdrawAll(tx, member, now)
        if (versions.length > 0) await tell(tx, member, { type: 'GDPR_WITHDRAWN', versions }, now)
        return versions.length > 0
      }),

    historyOf: (member) => store.acceptancesOf(db, member),

    async figures(guildId) {
      return {
        agreeing: await store.countAgreeing(db, guildId),
        versions: await store.countByVersion(db, guildId),
      }
    },
  }
}

interface ConsentEvent {
  readonly type: 'GDPR_ACCEPTED' | 'GDPR_WITHDRAWN'
  readonly versions: readonly number[]
}

async function tell(tx: Tx, { guildId, userId }: Member, { type, versions }: ConsentEvent, now: Temporal.Instant) {
  const did = type === 'GDPR_ACCEPTED' ? 'agreed to' : 'withdrew the consent to'
  const message = `A member ${did} the privacy notice, version ${versions.join(', ')}`
  await recordEvents(tx, [{ type, guildId, message, details: { user_id: userId, versions: [...versions] } }], now)
  await announceChange(tx, { guildId, kind: 'gdpr' }, now)
}

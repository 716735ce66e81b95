import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { UserId } from '../../kernel/ids.ts'
import {
  type Attribution,
  attribute,
  doubted,
  isShownBy,
  type KnownInvite,
  type ListedInvite,
  NOTHING_OPEN,
  usesBetween,
  withSeen,
} from './attribution.ts'

/** A guild as Discord keeps it, told of with delays: whatever happens in whatever order, nobody is wrongly certain. */

const INVITERS = ['11', '12', '13'].map(UserId.parse)
const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000)

type Step =
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'create'; readonly inviter: number; readonly maxUses: number; readonly lasts: number }
  | { readonly do: 'delete'; readonly invite: number }
  | { readonly do: 'join'; readonly by: number }
  | { readonly do: 'joinWithout' }
  | { readonly do: 'hearJoin' }
  | { readonly do: 'hearDeletion'; readonly which: number }
  | { readonly do: 'look' }

interface Joined {
  readonly id: string
  readonly joinedAt: Temporal.Instant
  readonly by: { readonly code: string; readonly inviterId: UserId | null } | null
}

class Guild {
  now = 1_000
  readonly #isOpen: boolean
  #next = 1
  #invites: ListedInvite[] = [
    { code: 'own', inviterId: null, isVanity: true, uses: 5, maxUses: 0, expiresAt: null },
    { code: 'old', inviterId: INVITERS[0] ?? null, isVanity: false, uses: 3, maxUses: 0, expiresAt: null },
  ]
  #known: KnownInvite[] = this.#invites.map((invite) => ({ ...invite, deletedAt: null, isGone: false }))
  #open = NOTHING_OPEN
  #lookedAt = at(this.now)
  #unheardJoins: Joined[] = []
  #unheardDeletions: string[] = []
  readonly judged: (Joined & { decidedAt: Temporal.Instant; attribution: Attribution })[] = []

  constructor(isOpen: boolean) {
    this.#isOpen = isOpen
  }

  take(step: Step): void {
    this.#invites = this.#invites.filter(
      ({ expiresAt }) => !expiresAt || Temporal.Instant.compare(at(this.now), expiresAt) < 0,
    )
    if (step.do === 'wait') this.now += step.seconds
    else if (step.do === 'create') this.#create(step)
    else if (step.do === 'delete') this.#remove(this.#nth(step.invite))
    else if (step.do === 'join') this.#join(this.#nth(step.by))
    else if (step.do === 'joinWithout') this.#joined(null)
    else if (step.do === 'hearJoin') this.#hearJoin()
    else if (step.do === 'hearDeletion') this.#hearDeletion(step.which)
    else this.#look()
  }

  hearEverything(): void {
    while (this.#unheardJoins.length > 0) this.#hearJoin()
  }

  #nth(index: number): ListedInvite | undefined {
    return this.#invites[index % Math.max(1, this.#invites.length)]
  }

  #create({ inviter, maxUses, lasts }: Extract<Step, { do: 'create' }>): void {
    const expiresAt = lasts === 0 ? null : at(this.now + lasts)
    const plain = { code: `code${this.#next++}`, inviterId: INVITERS[inviter] ?? null, isVanity: false }
    const invite = { ...plain, uses: 0, maxUses, expiresAt }
    this.#invites.push(invite)
    // Heard before the joins by it: Discord tells of a guild in order.
    this.#known.push({ ...invite, deletedAt: null, isGone: false })
  }

  #remove(invite: ListedInvite | undefined): void {
    if (!invite || invite.isVanity) return
    this.#invites = this.#invites.filter((one) => one !== invite)
    this.#unheardDeletions.push(invite.code)
  }

  #join(invite: ListedInvite | undefined): void {
    if (!invite) return
    const used = { ...invite, uses: invite.uses + 1 }
    this.#invites = this.#invites.map((one) => (one === invite ? used : one))
    if (used.maxUses > 0 && used.uses >= used.maxUses) this.#remove(used)
    this.#joined(used)
  }

  #joined(by: Joined['by']): void {
    this.#unheardJoins.push({ id: String(this.#next++), joinedAt: at(this.now), by })
  }

  #hearDeletion(which: number): void {
    const [code] = this.#unheardDeletions.splice(which % Math.max(1, this.#unheardDeletions.length), 1)
    this.#known = this.#known.map((one) => (one.code === code ? { ...one, deletedAt: at(this.now) } : one))
  }

  #look(): void {
    const seen = usesBetween(this.#known, { after: this.#lookedAt, until: at(this.now), listed: this.#invites })
    this.#open = withSeen(this.#open, seen, at(this.now))
    this.#known = this.#invites.map((invite) => ({ ...invite, deletedAt: null, isGone: false }))
    this.#lookedAt = at(this.now)
  }

  #hearJoin(): void {
    const join = this.#unheardJoins.shift()
    if (!join) return
    if (!isShownBy(this.#lookedAt, join.joinedAt)) this.#look()
    const { attribution, left, castsDoubt } = attribute(this.#open, join.joinedAt, this.#isOpen)
    this.#open = left
    if (castsDoubt) {
      const inDoubt = doubted(this.judged, join.joinedAt)
      for (const one of this.judged)
        if (inDoubt.includes(one.id) && one.attribution.confidence === 'certain')
          one.attribution = { ...one.attribution, confidence: 'likely' }
    }
    this.judged.push({ ...join, decidedAt: at(this.now), attribution })
  }
}

const common = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      inviter: fc.integer({ min: 0, max: 2 }),
      maxUses: fc.integer({ min: 0, max: 3 }),
      lasts: fc.constantFrom(0, 0, 4, 9),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('join' as const), by: fc.nat(9) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('hearJoin' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hearDeletion' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
]
const deletion = {
  weight: 2,
  arbitrary: fc.record({ do: fc.constant('delete' as const), invite: fc.nat(9) }),
}
const joinWithout = { weight: 2, arbitrary: fc.record({ do: fc.constant('joinWithout' as const) }) }

function wronglyCertain(isOpen: boolean, steps: readonly Step[]) {
  const guild = new Guild(isOpen)
  for (const step of steps) guild.take(step)
  guild.hearEverything()
  return guild.judged.filter(
    ({ attribution: { confidence, inviterId, code }, by }) =>
      confidence === 'certain' && (!by || by.inviterId !== inviterId || (code !== null && by.code !== code)),
  )
}

const RUNS = { numRuns: 1_500 }

describe('whatever happens, in whatever order it is heard', () => {
  test('nobody is wrongly certain where everybody joins by an invite', () => {
    const steps = fc.array(fc.oneof(...common, deletion), { maxLength: 40 })
    fc.assert(
      fc.property(steps, (taken) => assert.deepEqual(wronglyCertain(false, taken), [])),
      RUNS,
    )
  })

  test('nobody stays wrongly certain where members can be let in without one', () => {
    const steps = fc.array(fc.oneof(...common, joinWithout), { maxLength: 40 })
    fc.assert(
      fc.property(steps, (taken) => assert.deepEqual(wronglyCertain(true, taken), [])),
      RUNS,
    )
  })

  test('joins that are heard of before the next one are certain', () => {
    const invites = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(invites, (taken) => {
        const guild = new Guild(false)
        for (const [by, inviter] of taken) {
          guild.take({ do: 'create', inviter, maxUses: by % 2, lasts: 0 })
          guild.take({ do: 'join', by })
          guild.take({ do: 'hearJoin' })
        }
        assert.ok(guild.judged.every(({ attribution }) => attribution.confidence === 'certain'))
      }),
      { numRuns: 200 },
    )
  })
})

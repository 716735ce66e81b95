import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId, GuildId, RoleId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { windowsIn } from '../panels/hours-text.ts'
import { NEW_PANEL, type Panel } from '../panels/panel.ts'
import { filledIn } from './form.ts'
import { judgeOpening, type OpeningFacts, opensAgainAt } from './limits.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const STAFF = RoleId.parse('11')
const MUTED = RoleId.parse('12')
const PANEL: Panel = { ...NEW_PANEL, id: '7', guildId: GuildId.parse('1'), position: 1, version: 1, name: 'Help' }
const FACTS: OpeningFacts = {
  isEnabled: true,
  mostPerMember: 3,
  panel: PANEL,
  roleIds: [],
  isBlocked: false,
  unsolved: [],
  openOfPanel: 0,
  lastOpenedAt: null,
}
const own = (number: number, panelId: string | null, channelId: string | null = null) => ({
  number,
  panelId,
  channelId: channelId === null ? null : ChannelId.parse(channelId),
})
const panel = (more: Partial<Panel>): Partial<OpeningFacts> => ({ panel: { ...PANEL, ...more } })
const OFFICE = { zone: 'UTC', windows: windowsIn('Tue 09:00-17:00') ?? [] }

const REFUSED: readonly (readonly [string, Partial<OpeningFacts>, code: string, en: RegExp, nl: RegExp])[] = [
  ['tickets that are off', { isEnabled: false }, 'tickets.off', /switched off/, /staan uit/],
  ['a panel that is off', panel({ isEnabled: false }), 'tickets.panel_disabled', /at the moment/, /nu niet/],
  ['a blocked member', { isBlocked: true }, 'tickets.blocked', /may not open/, /mag in deze server geen/],
  [
    'a refused role',
    { ...panel({ refusedRoleIds: [MUTED] }), roleIds: [MUTED] },
    'tickets.refused_role',
    /<@&12>/,
    /<@&12>/,
  ],
  ['no required role', panel({ requiredRoleIds: [STAFF] }), 'tickets.required_role', /need <@&11>/, /<@&11> nodig/],
  [
    'none of the required roles',
    panel({ requiredRoleIds: [STAFF, MUTED] }),
    'tickets.required_role',
    /one of these.*<@&11>, <@&12>/,
    /een van deze.*<@&11>, <@&12>/,
  ],
  [
    'closed hours',
    panel({ hours: OFFICE, outsideHours: 'refuse' }),
    'tickets.outside_hours',
    /again <t:1803978000:F> \(<t:1803978000:R>\)/,
    /weer <t:1803978000:F>/,
  ],
  [
    'an open ticket of the panel',
    { unsolved: [own(4, '7', '99')] },
    'tickets.open_already',
    /already: <#99>/,
    /al een.*<#99>/,
  ],
  ['one whose channel is not there yet', { unsolved: [own(4, '7')] }, 'tickets.open_already', /already: #4/, /: #4/],
  [
    'as many as a member may have',
    { unsolved: [own(1, null, '91'), own(2, '8', '92'), own(3, '9')] },
    'tickets.open_already',
    /3 open tickets already: <#91>, <#92>, #3/,
    /al 3 open tickets/,
  ],
  [
    'without a panel any open ticket',
    { panel: null, unsolved: [own(1, '8', '91')] },
    'tickets.open_already',
    /<#91>/,
    /<#91>/,
  ],
  ['a full panel', { ...panel({ mostOpen: 5 }), openOfPanel: 5 }, 'tickets.panel_full', /too many/, /te veel/],
  [
    'a ticket within the cooldown',
    { lastOpenedAt: NOW.subtract({ seconds: 29 }) },
    'tickets.cooldown',
    /another one <t:1803902401:R>/,
    /<t:1803902401:R>/,
  ],
]

describe('opening a ticket is refused for', () => {
  for (const [what, facts, code, en, nl] of REFUSED) {
    test(what, () => {
      assert.throws(
        () => judgeOpening({ ...FACTS, ...facts }, NOW),
        (error: unknown) => {
          assert.ok(error instanceof Refusal)
          assert.equal(error.code, code)
          assert.match(error.sentenceIn('en'), en)
          assert.match(error.sentenceIn('nl'), nl)
          return true
        },
      )
    })
  }
})

describe('opening a ticket is allowed', () => {
  test('with one of the required roles, below every limit, once the cooldown is over', () => {
    const more = { requiredRoleIds: [STAFF, MUTED], mostPerMember: 2, mostOpen: 6 }
    const facts = {
      roleIds: [MUTED],
      openOfPanel: 5,
      unsolved: [own(1, '7')],
      lastOpenedAt: NOW.subtract({ seconds: 30 }),
    }
    judgeOpening({ ...FACTS, ...panel(more), ...facts }, NOW)
  })

  test('outside hours that only warn, with when somebody will be there', () => {
    const warned: Panel = { ...PANEL, hours: OFFICE }
    judgeOpening({ ...FACTS, panel: warned }, NOW)
    assert.equal(String(opensAgainAt(warned, NOW)), '2027-03-02T09:00:00Z')
    assert.equal(opensAgainAt(warned, NOW.add({ hours: 24 })), null)
    assert.equal(opensAgainAt(PANEL, NOW), null)
  })
})

describe('a filled form', () => {
  test('gives answers in the order of the questions, without those that were left out', () => {
    const fields = new Map([
      ['q2:Anything: else?', ' Yes '],
      ['q0:Which?', 'This'],
      ['q3:Empty?', '  '],
    ])
    const choices = new Map([['q1:Kinds', ['A', 'B']]])
    assert.deepEqual(filledIn({ fields, choices }), {
      description: '',
      answers: [
        { question: 'Which?', answer: 'This' },
        { question: 'Kinds', answer: 'A, B' },
        { question: 'Anything: else?', answer: 'Yes' },
      ],
    })
  })
})

/** The ids of the demo community. They are part of Alphapy's contract: documentation and tests name them. */

/** Everything that has a name in the demo community. */
export const DEMO = {
  bot: '1100000000000000900',
  /** Owns the bot's application and is a member of neither guild. */
  applicationOwner: '1100000000000000901',
  guild: '1100000000000000001',
  otherGuild: '1100000000000000002',
  people: {
    demo_owner: '1100000000000000101',
    demo_admin: '1100000000000000102',
    demo_staff: '1100000000000000103',
    demo_member: '1100000000000000104',
    demo_guest: '1100000000000000105',
  },
  channels: {
    general: '1100000000000000201',
    announcements: '1100000000000000202',
    logs: '1100000000000000203',
    rules: '1100000000000000204',
    tickets: '1100000000000000205',
    staff: '1100000000000000206',
    otherGeneral: '1100000000000000221',
  },
  roles: {
    admin: '1100000000000000301',
    staff: '1100000000000000302',
    member: '1100000000000000303',
    bot: '1100000000000000304',
    otherBot: '1100000000000000321',
  },
} as const

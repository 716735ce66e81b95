import { defineSetting } from '../../platform/settings/define.ts'

export const onboardingSettings = {
  enabled: defineSetting({
    scope: 'onboarding',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Onboarding', nl: 'Onboarding' },
    help: {
      en: 'Whether new members are led through rules and questions.',
      nl: 'Of nieuwe leden langs regels en vragen geleid worden.',
    },
  }),
  mode: defineSetting({
    scope: 'onboarding',
    key: 'mode',
    type: 'enum',
    choices: [
      { value: 'disabled', label: { en: 'Nothing', nl: 'Niets' } },
      { value: 'rules_only', label: { en: 'Rules', nl: 'Regels' } },
      { value: 'rules_with_questions', label: { en: 'Rules, then questions', nl: 'Regels, daarna vragen' } },
      { value: 'questions_only', label: { en: 'Questions', nl: 'Vragen' } },
    ],
    default: 'rules_with_questions',
    label: { en: 'Mode', nl: 'Modus' },
    help: { en: 'What a new member is led through.', nl: 'Waar een nieuw lid langs geleid wordt.' },
  }),
  completionRole: defineSetting({
    scope: 'onboarding',
    key: 'completion_role_id',
    type: 'role',
    isGiven: true,
    default: null,
    label: { en: 'Role on completion', nl: 'Rol na afloop' },
    help: { en: 'Given to a member who has come to the end.', nl: 'Krijgt een lid dat alles doorlopen heeft.' },
  }),
}

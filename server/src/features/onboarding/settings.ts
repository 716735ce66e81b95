import { defineSetting } from '../../platform/settings/define.ts'

export const onboardingSettings = {
  enabled: defineSetting({
    scope: 'onboarding',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Onboarding',
    help: 'Whether new members are led through rules and questions.',
  }),
  mode: defineSetting({
    scope: 'onboarding',
    key: 'mode',
    type: 'enum',
    choices: [
      { value: 'disabled', label: 'Nothing' },
      { value: 'rules_only', label: 'Rules' },
      { value: 'rules_with_questions', label: 'Rules, then questions' },
      { value: 'questions_only', label: 'Questions' },
    ],
    default: 'rules_with_questions',
    label: 'Mode',
    help: 'What a new member is led through.',
  }),
  completionRole: defineSetting({
    scope: 'onboarding',
    key: 'completion_role_id',
    type: 'role',
    isGiven: true,
    default: null,
    label: 'Role on completion',
    help: 'Given to a member who has come to the end.',
  }),
}

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
    default: null,
    label: 'Role on completion',
    help: 'Given to a member who has come to the end.',
  }),
  joinRole: defineSetting({
    scope: 'onboarding',
    key: 'join_role_id',
    type: 'role',
    default: null,
    label: 'Role until completion',
    help: 'Given to whoever joins, and taken away on completion.',
  }),
  panelText: defineSetting({
    scope: 'onboarding',
    key: 'panel_text',
    type: 'string',
    default: '',
    maxLength: 1500,
    label: 'Text above the Start button',
    help: 'What the message with the Start button says; empty for the words of the bot.',
  }),
}

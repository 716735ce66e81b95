import { defineSetting } from '../../platform/settings/define.ts'

export const gptSettings = {
  enabled: defineSetting({
    scope: 'gpt',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Language model', nl: 'Taalmodel' },
    help: {
      en: 'Off: nothing of this server is sent to the language model.',
      nl: 'Uit: er gaat niets van deze server naar het taalmodel.',
    },
  }),
  model: defineSetting({
    scope: 'gpt',
    key: 'model',
    type: 'string',
    default: 'grok-3',
    minLength: 1,
    maxLength: 100,
    label: { en: 'Model', nl: 'Model' },
    help: {
      en: 'The name by which the provider knows the model that answers.',
      nl: 'De naam waaronder de aanbieder het model kent dat antwoordt.',
    },
  }),
  temperature: defineSetting({
    scope: 'gpt',
    key: 'temperature',
    type: 'number',
    default: 0.7,
    min: 0,
    max: 2,
    label: { en: 'Temperature', nl: 'Temperatuur' },
    help: {
      en: 'How freely the model writes: 0 always the likeliest word, 2 the wildest.',
      nl: 'Hoe vrij het model schrijft: bij 0 altijd het waarschijnlijkste woord, bij 2 het wildst.',
    },
  }),
  dailyTokens: defineSetting({
    scope: 'gpt',
    key: 'daily_token_budget',
    type: 'integer',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    label: { en: 'Tokens a day', nl: 'Tokens per dag' },
    help: {
      en: 'How many tokens the model may read and write in a day, counted from midnight UTC; 0 is no limit. An answer is begun only if the most that it can take is left.',
      nl: 'Hoeveel tokens het model op een dag mag lezen en schrijven, geteld vanaf middernacht UTC; 0 is geen grens. Aan een antwoord wordt alleen begonnen als er over is wat het hoogstens kan kosten.',
    },
  }),
  dailyMoney: defineSetting({
    scope: 'gpt',
    key: 'daily_money_budget',
    type: 'number',
    default: 0,
    min: 0,
    max: 100_000,
    label: { en: 'US dollars a day', nl: 'Amerikaanse dollars per dag' },
    help: {
      en: 'What the model may cost in a day, counted from midnight UTC by the prices that are known; 0 is no limit.',
      nl: 'Wat het model op een dag mag kosten, geteld vanaf middernacht UTC tegen de bekende prijzen; 0 is geen grens.',
    },
  }),
  memberQuestions: defineSetting({
    scope: 'gpt',
    key: 'member_daily_questions',
    type: 'integer',
    default: 0,
    min: 0,
    max: 10_000,
    label: { en: 'Questions of a member a day', nl: 'Vragen van een lid per dag' },
    help: {
      en: 'How many questions each member may ask the model in a day; 0 is no limit.',
      nl: 'Hoeveel vragen elk lid het model op een dag mag stellen; 0 is geen grens.',
    },
  }),
  warnAt: defineSetting({
    scope: 'gpt',
    key: 'warn_at_percent',
    type: 'integer',
    default: 80,
    min: 1,
    max: 100,
    label: { en: 'Warning at', nl: 'Waarschuwing bij' },
    help: {
      en: 'At how many percent of a budget the log channel is warned, once a day.',
      nl: 'Bij hoeveel procent van een budget het logkanaal gewaarschuwd wordt, eenmaal per dag.',
    },
  }),
}

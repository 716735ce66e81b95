import { defineWords } from '../../platform/words/words.ts'

/** What Discord shows of `/config` while it is typed: up to 100 characters each. */
export const commandWords = defineWords(
  {
    config: 'The settings of this server',
    start: 'Set up the most important things, step by step',
    show: 'What is set, and what is at its default',
    show_scope: 'Only this scope, like "reminders"',
    scopes: 'Which scopes of settings there are',
    set: 'See one setting and change it',
    setting: 'Which setting: type part of its name, like "log channel"',
    value: 'What it becomes; leave it out to see what it is and choose',
    reset: 'Put one setting back to its default',
    history: 'Who changed what, and when',
    rollback: 'Take one change back; shows first what that would do',
    change: 'Which change: type part of its setting or value, or its number',
  },
  {
    config: 'De instellingen van deze server',
    start: 'Stel stap voor stap het belangrijkste in',
    show: 'Wat er ingesteld is, en wat op de standaard staat',
    show_scope: 'Alleen deze groep, zoals "reminders"',
    scopes: 'Welke groepen van instellingen er zijn',
    set: 'Bekijk een instelling en wijzig haar',
    setting: 'Welke instelling: typ een deel van de naam, zoals "logkanaal"',
    value: 'De nieuwe waarde; laat dit weg om te zien wat er nu staat en te kiezen',
    reset: 'Zet een instelling terug op de standaard',
    history: 'Wie wat gewijzigd heeft, en wanneer',
    rollback: 'Draai een wijziging terug; toont eerst wat dat zou doen',
    change: 'Welke wijziging: typ een deel van de instelling of waarde, of het nummer',
  },
)

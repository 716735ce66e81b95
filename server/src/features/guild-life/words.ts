import { defineWords } from '../../platform/words/words.ts'

export const guildLifeWords = defineWords(
  {
    hello:
      '👋 Thanks for having me! I look after reminders, onboarding, invites and tickets, and I ask nothing of you until an admin has set me up.',
    hello_owner:
      '👋 Thanks for having me on your server! I may not write in any of its channels, so I tell you here what comes next.',
    set_up_here:
      'An admin can begin right here, or with `/config start`: a few questions, each of which can be skipped.',
    set_up_there:
      'Give me the permission to write where I should, then use `/config start` on your server: a few questions, each of which can be skipped.',
    doctor: '`/doctor` tells at any time whether I have what I need, and what to click if I do not.',
    set_me_up: 'Set me up',
  },
  {
    hello:
      '👋 Fijn dat ik hier mag zijn! Ik zorg voor herinneringen, onboarding, uitnodigingen en tickets, en ik vraag niets van jullie tot een beheerder me heeft ingesteld.',
    hello_owner:
      '👋 Fijn dat ik op je server mag zijn! Ik mag er in geen enkel kanaal schrijven, dus vertel ik je hier hoe het verder gaat.',
    set_up_here:
      'Een beheerder kan hier meteen beginnen, of met `/config start`: een paar vragen, en elke vraag mag je overslaan.',
    set_up_there:
      'Geef me de permissie om te schrijven waar dat moet, en gebruik dan `/config start` op je server: een paar vragen, en elke vraag mag je overslaan.',
    doctor: '`/doctor` zegt op elk moment of ik heb wat ik nodig heb, en waar je moet klikken als dat niet zo is.',
    set_me_up: 'Stel me in',
  },
)

import { defineWords } from '../../platform/words/words.ts'

export const speakingWords = defineWords(
  {
    not_here: 'This channel is not one of this server, or I cannot see it.',
    you_cannot: 'You can only have me write where you can write yourself.',
    bot_needs:
      'For that I need the permission {{permissions}} in {{channel}}. An admin can give it to me under Edit Channel → Permissions.',
    not_taken: 'Discord does not accept this message, perhaps because of AutoMod. Nothing was sent.',
    not_let: 'Discord does not let me write in this channel. Nothing was sent.',
    unanswered: 'Discord did not answer. Look whether the message is in the channel before you send it again.',
    sendto_description: 'Have the bot write in a channel',
    channel: 'Where it is written',
    message: 'What is written, up to 2000 characters; \\n starts a new line',
    message_empty: 'message must have something in it besides blanks.',
    message_long: 'message must have up to 2000 characters, and has {{length}}.',
    sent: 'Sent to {{channel}}: {{link}}',
  },
  {
    not_here: 'Dit kanaal is niet van deze server, of ik kan het niet zien.',
    you_cannot: 'Je kunt me alleen laten schrijven waar je zelf kunt schrijven.',
    bot_needs:
      'Daarvoor heb ik in {{channel}} de permissie {{permissions}} nodig. Een beheerder kan die geven bij Kanaal bewerken → Permissies.',
    not_taken: 'Discord neemt dit bericht niet aan, misschien door AutoMod. Er is niets verstuurd.',
    not_let: 'Discord laat me niet in dit kanaal schrijven. Er is niets verstuurd.',
    unanswered: 'Discord gaf geen antwoord. Kijk of het bericht in het kanaal staat voor je het nog eens verstuurt.',
    sendto_description: 'Laat de bot iets in een kanaal schrijven',
    channel: 'Waar het komt te staan',
    message: 'Wat er komt te staan, hoogstens 2000 tekens; \\n begint een nieuwe regel',
    message_empty: 'In message moet meer staan dan spaties.',
    message_long: 'message mag hoogstens 2000 tekens hebben, en heeft er {{length}}.',
    sent: 'Verstuurd naar {{channel}}: {{link}}',
  },
)

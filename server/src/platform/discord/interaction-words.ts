import { defineWords } from '../words/words.ts'

/** What is said whatever was asked for. */
export const interactionWords = defineWords(
  {
    fault:
      'Something went wrong. Please try again later; if it goes on, give this number to whoever runs the bot: `{{id}}`',
    discord_late:
      'Discord did not answer me in time. Please try again later; if it goes on, give this number to whoever runs the bot: `{{id}}`',
    form_late: 'That took too long. Please try again.',
    channel_gone: 'The channel that this is about is not there any more.',
    guilds_only: 'I only work in servers, not in direct messages.',
    unknown: 'I do not know this one any more. Please use a current command instead.',
    time_zone: '{{place}} (UTC{{offset}}, now {{clock}})',
    admins_only: 'Only admins of this server can do that.',
    member_needs: 'For that you need the permission {{permissions}} here.',
    bot_needs:
      'For that I need the permission {{permissions}} in this channel. An admin can give it to me under Edit Channel → Permissions, or to my role under Server Settings → Roles.',
  },
  {
    fault:
      'Er ging iets mis. Probeer het later opnieuw; blijft het misgaan, geef dan dit nummer aan wie de bot beheert: `{{id}}`',
    discord_late:
      'Discord gaf me niet op tijd antwoord. Probeer het later opnieuw; blijft het misgaan, geef dan dit nummer aan wie de bot beheert: `{{id}}`',
    form_late: 'Dat duurde te lang. Probeer het opnieuw.',
    channel_gone: 'Het kanaal waar dit over gaat is er niet meer.',
    guilds_only: 'Ik werk alleen in servers, niet in privéberichten.',
    unknown: 'Dit ken ik niet meer. Gebruik in plaats daarvan een huidig commando.',
    time_zone: '{{place}} (UTC{{offset}}, nu {{clock}})',
    admins_only: 'Dat kunnen alleen beheerders van deze server.',
    member_needs: 'Daarvoor heb je hier de permissie {{permissions}} nodig.',
    bot_needs:
      'Daarvoor heb ik in dit kanaal de permissie {{permissions}} nodig. Een beheerder kan die geven bij Kanaal bewerken → Permissies, of aan mijn rol bij Serverinstellingen → Rollen.',
  },
)

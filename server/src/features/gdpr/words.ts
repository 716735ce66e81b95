import { defineWords } from '../../platform/words/words.ts'

/** What is said of consents, exports and erasures; the agreement itself is in words-agreement.ts. */
export const gdprWords = defineWords(
  {
    agree: 'I agree',
    wording_number: 'v{{version}}',
    withdraw: 'Withdraw',
    disabled:
      'This server does without the privacy notice at present. An admin can switch it on with `/config set gdpr.enabled`.',
    no_channel: 'There is no channel for the privacy notice. Choose one with `/config set gdpr.channel_id`.',
    channel_gone: 'The channel of the setting `gdpr.channel_id` does not exist any more. Choose another one.',
    channel_closed:
      'I may not write in {{channel}}. There I need the permissions View Channel, Send Messages and Embed Links.',
    post_unavailable: 'Discord does not take the privacy notice at the moment. Please try again in a minute.',
    posted: 'The privacy notice (version {{version}}) stands in {{channel}} and is pinned.',
    posted_unpinned:
      'The privacy notice (version {{version}}) stands in {{channel}}. I could not pin it: for that I need the permission Pin Messages there, and a free place among the pinned messages.',
    status_none: 'Nobody has agreed to the privacy notice yet.',
    status_total_one: '{{count}} member agrees to the privacy notice.',
    status_total_other: '{{count}} members agree to the privacy notice.',
    status_version: '- Version {{version}} (since {{since}}): {{accepted}} agreed, {{withdrawn}} withdrew',
    accepted:
      'Thank you. You agreed to version {{version}} of the privacy notice. You can withdraw that here, or later with `/my_data consent`.',
    accepted_earlier: 'Before, you had agreed to version {{version}}, on {{since}}.',
    already:
      'You agreed to version {{version}} of the privacy notice on {{since}}. You can withdraw that here, or later with `/my_data consent`.',
    role_given: 'You have the role {{role}} now.',
    role_not_given:
      'I could not give you the role {{role}}. Press the button again later; if it goes on, ask an admin: my own role has to stand above it, with the permission Manage Roles.',
    role_not_taken: 'I could not take the role {{role}} from you; an admin can do that.',
    outdated: 'That wording has been replaced. This is the present one, version {{version}}:',
    withdrawn: 'You have withdrawn your consent. What I already kept about you, `/my_data delete` erases.',
    nothing_to_withdraw: 'You have not agreed to anything here, so there is nothing to withdraw.',
    consent_none: 'You have not agreed to the privacy notice of this server.',
    consent_head: 'Your consents in this server, newest first:',
    consent_open: '- Version {{version}}: agreed on {{since}}',
    consent_over: '- Version {{version}}: agreed on {{since}}, withdrawn on {{until}}',
    exported_server:
      'This is everything I keep about you in this server. Only you see this message; save the file before you dismiss it.',
    exported_everywhere:
      'This is everything I keep about you, in all servers. Only you see this message; save the file before you dismiss it.',
    export_too_soon: 'You asked for your data less than a minute ago. Please try again in {{seconds}} s.',
    too_large_everywhere:
      'That is more than Discord lets me send at once. Ask server by server, with the scope "This server".',
    too_large_server:
      'That is more than Discord lets me send at once. Please ask whoever runs the bot for it; they can give you all of it.',
    readme_head: 'Data about the Discord user {{user}}, as they were kept on {{at}}.',
    readme_server: 'From the server {{guild}} only.',
    readme_everywhere: 'From all servers of the bot.',
    readme_nothing: 'Nothing is kept.',
    readme_foot:
      'Each file is JSON; times are in UTC, ids are those of Discord or of the bot. Secrets, such as those of sessions and API keys, are kept as hashes only and left out. With /my_data delete you have it erased.',
    nothing_kept: 'I keep nothing about you there.',
    delete_head_server: '**Erase what I keep about you in this server?** That is:',
    delete_head_everywhere: '**Erase what I keep about you, in all servers?** That is:',
    delete_stays:
      'Reminders of yours will not be sent any more. What others still need, like counts and the log of the server, stays without your name. Messages that stand in channels stay; they are Discord’s.',
    delete_web: 'You will be signed out on the web, and API keys that you made stop working.',
    delete_keys: 'API keys of this server that you made stop working.',
    delete_sure: '**Are you sure?** This cannot be undone, and nobody can bring it back.',
    named_elsewhere: 'Other places that named you',
    line: '- {{what}}: {{count}}',
    erase: 'Erase…',
    erase_yes: 'Yes, erase',
    keep: 'Keep everything',
    kept: 'Nothing was erased.',
    erased: '**Erased.** Your receipt has the number **{{id}}**, of {{at}}.',
    erased_nothing: 'There was nothing left to erase.',
    receipt_kept: 'That this was erased is kept for a year, so that you can prove it: `/my_data export` shows it.',
    not_yours: 'Only the member who asked for this can go on with it. Use `/my_data delete` for your own data.',
    too_old: 'That question is too old by now. Begin again with `/my_data delete`.',
  },
  {
    agree: 'Ik ga akkoord',
    wording_number: 'v{{version}}',
    withdraw: 'Intrekken',
    disabled:
      'Deze server gebruikt de privacyverklaring op dit moment niet. Een beheerder kan haar aanzetten met `/config set gdpr.enabled`.',
    no_channel: 'Er is geen kanaal voor de privacyverklaring. Kies er een met `/config set gdpr.channel_id`.',
    channel_gone: 'Het kanaal van de instelling `gdpr.channel_id` bestaat niet meer. Kies een ander.',
    channel_closed:
      'Ik mag niet schrijven in {{channel}}. Daar heb ik de permissies Kanaal bekijken, Berichten verzenden en Links insluiten nodig.',
    post_unavailable: 'Discord neemt de privacyverklaring nu niet aan. Probeer het over een minuut opnieuw.',
    posted: 'De privacyverklaring (versie {{version}}) staat in {{channel}} en is vastgezet.',
    posted_unpinned:
      'De privacyverklaring (versie {{version}}) staat in {{channel}}. Ik kon haar niet vastzetten: daarvoor heb ik daar de permissie Berichten vastzetten nodig, en een vrije plaats bij de vastgezette berichten.',
    status_none: 'Nog niemand is akkoord gegaan met de privacyverklaring.',
    status_total_one: '{{count}} lid gaat akkoord met de privacyverklaring.',
    status_total_other: '{{count}} leden gaan akkoord met de privacyverklaring.',
    status_version: '- Versie {{version}} (sinds {{since}}): {{accepted}} akkoord, {{withdrawn}} ingetrokken',
    accepted:
      'Bedankt. Je bent akkoord gegaan met versie {{version}} van de privacyverklaring. Je kunt dat hier intrekken, of later met `/my_data consent`.',
    accepted_earlier: 'Eerder was je op {{since}} akkoord gegaan met versie {{version}}.',
    already:
      'Je bent op {{since}} akkoord gegaan met versie {{version}} van de privacyverklaring. Je kunt dat hier intrekken, of later met `/my_data consent`.',
    role_given: 'Je hebt nu de rol {{role}}.',
    role_not_given:
      'Ik kon je de rol {{role}} niet geven. Druk later opnieuw op de knop; blijft het misgaan, vraag het dan een beheerder: mijn eigen rol moet erboven staan, met de permissie Rollen beheren.',
    role_not_taken: 'Ik kon de rol {{role}} niet van je afnemen; een beheerder kan dat.',
    outdated: 'Die tekst is vervangen. Dit is de huidige, versie {{version}}:',
    withdrawn: 'Je hebt je toestemming ingetrokken. Wat ik al over je bewaarde, wist `/my_data delete`.',
    nothing_to_withdraw: 'Je bent hier nergens mee akkoord gegaan, dus er valt niets in te trekken.',
    consent_none: 'Je bent niet akkoord gegaan met de privacyverklaring van deze server.',
    consent_head: 'Je toestemmingen in deze server, nieuwste eerst:',
    consent_open: '- Versie {{version}}: akkoord op {{since}}',
    consent_over: '- Versie {{version}}: akkoord op {{since}}, ingetrokken op {{until}}',
    exported_server:
      'Dit is alles wat ik in deze server over je bewaar. Alleen jij ziet dit bericht; bewaar het bestand voor je het sluit.',
    exported_everywhere:
      'Dit is alles wat ik over je bewaar, in alle servers. Alleen jij ziet dit bericht; bewaar het bestand voor je het sluit.',
    export_too_soon: 'Je hebt nog geen minuut geleden om je gegevens gevraagd. Probeer het over {{seconds}} s opnieuw.',
    too_large_everywhere:
      'Dat is meer dan ik via Discord in één keer mag sturen. Vraag het per server, met het bereik "Deze server".',
    too_large_server:
      'Dat is meer dan ik via Discord in één keer mag sturen. Vraag erom bij wie de bot beheert; die kan je alles geven.',
    readme_head: 'Gegevens over de Discord-gebruiker {{user}}, zoals ze bewaard werden op {{at}}.',
    readme_server: 'Alleen van de server {{guild}}.',
    readme_everywhere: 'Van alle servers van de bot.',
    readme_nothing: 'Er wordt niets bewaard.',
    readme_foot:
      'Elk bestand is JSON; tijden zijn in UTC, id’s zijn die van Discord of van de bot. Geheimen, zoals die van sessies en API-sleutels, worden alleen als hash bewaard en zijn weggelaten. Met /my_data delete laat je het wissen.',
    nothing_kept: 'Ik bewaar daar niets over je.',
    delete_head_server: '**Wissen wat ik in deze server over je bewaar?** Dat is:',
    delete_head_everywhere: '**Wissen wat ik in alle servers over je bewaar?** Dat is:',
    delete_stays:
      'Je herinneringen worden niet meer verstuurd. Wat anderen nog nodig hebben, zoals aantallen en het logboek van de server, blijft zonder je naam. Berichten die in kanalen staan, blijven staan; die zijn van Discord.',
    delete_web: 'Je wordt op het web afgemeld, en API-sleutels die je maakte werken niet meer.',
    delete_keys: 'API-sleutels van deze server die je maakte werken niet meer.',
    delete_sure: '**Weet je het zeker?** Dit kan niet ongedaan worden gemaakt, en niemand kan het terughalen.',
    named_elsewhere: 'Andere plekken waar je genoemd werd',
    line: '- {{what}}: {{count}}',
    erase: 'Wissen…',
    erase_yes: 'Ja, wis alles',
    keep: 'Alles houden',
    kept: 'Er is niets gewist.',
    erased: '**Gewist.** Je bewijs heeft nummer **{{id}}**, van {{at}}.',
    erased_nothing: 'Er was niets meer om te wissen.',
    receipt_kept:
      'Dat dit gewist is, blijft een jaar bewaard zodat je het kunt bewijzen: `/my_data export` laat het zien.',
    not_yours: 'Alleen het lid dat dit vroeg, kan ermee verder. Gebruik `/my_data delete` voor je eigen gegevens.',
    too_old: 'Die vraag is inmiddels te oud. Begin opnieuw met `/my_data delete`.',
  },
)

/** Written to try the rules one by one while they were made; the form of a row is told in `row.ts`. */
export const TRIED = `
2026-12-05 21:00 ⇐ P Sat 5th 9pm – metal night, moshpit in voice 🤘
2026-12-11 20:00 ⇐ P vrijdag 11 om 20u vergadering jeugdraad
2026-12-02 19:00 ⇐ T Volgende speeldag ¦ D wo 2/12 - 19u00 - zaal B⏎ploeg thuis: 6-2 gewonnen vorige keer
2026-11-28 20:00 ⇐ P This sat 8pm we're running Vault of Glass, 2 spots left
2026-12-01 20:00 ⇐ P nxt tues 8pm council elections → check pins
2026-11-27 22:00 America/New_York ⇐ P Fri 10PM EST/7PM PST - new video premiere
2026-12-06 11:00 ⇐ T Brunch club ¦ D zon 6 dec 11u, Café Flora
none ⇐ P No stream this Friday 20:00, I'm sick 🤒
ask ⇐ P Kunnen we vrijdag om 20:00 afspreken?
none ⇐ P Er is vrijdag 27 november om 20:00 geen training
weekly 14 20:00 ⇐ P Weekly raids on Tue and Fri, 20:00-23:00 CET
ask ⇐ P Weekly raids: Tue 20:00, Fri 21:00
2026-12-05 20:00 ⇐ T Show ¦ D 18:30 doors⏎20:00 show⏎Sat 5 December
2026-12-12 14:00 ⇐ P Zaterdag 12/12: 13u30 onthaal, 14u start wandeling
2026-12-04 18:00 ⇐ P Raid has been moved to 18:00 on Friday 4 December
2026-12-04 20:30 ⇐ P Friday 4 Dec raid moved from 20:00 to 20:30
2026-12-08 20:00 ⇐ P Not Monday but Tuesday 8 December at 20:00!
none ⇐ P I have a dentist appointment tomorrow at 10:00, back after
2026-11-24 21:00 ⇐ P I'm going live tomorrow at 21:00, come hang out
none ⇐ P My shift is Friday 14:00-22:00 so can't make it
none ⇐ P De match van vrijdag jl. om 20:00 eindigde op 2-2
2026-12-10 19:30 ⇐ T ALV ¦ F Datum: = donderdag 10 december ¦ F Aanvangstijd: = 19.30 uur ¦ F Locatie: = nog onbekend
2026-12-18 12:00 ⇐ T Kerstlunch ¦ D 18 december, 12.00u⏎Opgeven kan tot 11 december 12.00u bij Els
2026-12-19 19:00 ⇐ P Tickets on sale now! Winter Formal, Saturday 19 December, 7pm, Grand Hall
2026-12-03 20:00 ⇐ P Sign-ups close Tuesday 1 December 20:00. The draft is Thursday 3 December 20:00.
none ⇐ P Sign-ups: until Tuesday 1 December 20:00 via the form
2026-12-05 16:00 ⇐ T Check-in <t:1796480000:t> ¦ D Tournament: 5 December 2026, 16:00⏎Prizes for top 3
ask ⇐ P Either Saturday or Sunday at 15:00, please vote
2026-11-29 20:00 ⇐ T Finale ¦ D <t:1795978800:F> – <t:1795986000:t>
ask ⇐ T Two sessions ¦ D Group A: <t:1795978800:F>⏎Group B: <t:1796065200:F>
none ⇐ P The helpdesk is staffed Monday to Friday, 8:00-16:30
weekly 01234 07:30 ⇐ P Monday to Friday 7:30-8:00: morning meditation on stage
none ⇐ P Bar open every day 16:00-02:00
2026-12-09 20:00 ⇐ P 09/12 @ 20:00 – algemene repetitie (volledig kostuum!)
2026-12-11 21:00 ⇐ T Stream night ¦ D We closed out last season with a bang. Now season 2 premieres Friday 11 December, 21:00!
2026-12-15 18:30 ⇐ T Cursus EHBO – les 1 ¦ D Les 1 gaat door op dinsdag 15 december van 18u30 tot 21u30. Vorige cursus was snel volzet!
2026-12-31 21:00 ⇐ P Old Years Night party, Thu 31st Dec, 9pm – 2am, £10, over 18s
weekly 5 14:00 ⇐ T Zaterdagse speelnamiddag ¦ D Elke zaterdag van 14u tot 17u in het lokaal, behalve op 26/12
2026-12-13 15:00 ⇐ P Sunday, December 13 from 3-5pm cookie decorating 🍪 $10/kid
none ⇐ P 50% off all merch this weekend only, ends Sunday 23:59!
2026-12-07 19:00 ⇐ P maandagavond 7/12 om 7 uur infoavond, inkom vrij
2026-11-26 17:00 ⇐ T Thanksgiving stream ¦ D Thursday Nov 26, 5pm. Last year we raised $2,300 in 4:30 hours!
none ⇐ P Nieuw record! 10 km in 45:12 op 22 november
2026-12-17 20:00 ⇐ P Who's in for Secret Hitler on Thursday 17 December at 20:00? React 👍
2027-01-08 18:00 ⇐ T Nieuwjaarsborrel ¦ D Beste collega's, noteer alvast: 8 januari 2027, 18u, Grand Café. Uitnodiging volgt per mail.
ask ⇐ P Raid times next week: Mon 20:00, Wed 20:30, Thu 19:45
2026-12-05 19:00 ⇐ P Charity bingo Sat 5/12 19h (deuren 18h30) – opbrengst vorig jaar: 1.250 euro
2026-11-30 21:00 ⇐ P Maandag 30/11 – 21u – 'Dune: Part Two' (2u46) in de filmclub
none ⇐ P Update: het probleem van 14:30 is opgelost om 16:05
none ⇐ P Last raid: Sunday 22 Nov 20:00. Attendance 18/25, loot in #loot
2026-12-06 20:00 UTC ⇐ T War declared ⚔️ ¦ D War starts Sunday 6 Dec at 20:00 UTC and ends Tuesday 8 Dec at 20:00 UTC.
2026-12-12 09:00 ⇐ P Zat 12 dec 9u-12u klusvoormiddag, wie kan komen laat het weten voor 10 dec
`

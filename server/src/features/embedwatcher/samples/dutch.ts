/** Events announced in Dutch or in a mix of both; the form of a row is told in `row.ts`. */
export const DUTCH = `
2026-11-27 20:00 @ Gemeentehuis ⇐ T Gemeenteavond ¦ D Datum: 27 november 2026⏎Tijd: 20:00⏎Locatie: Gemeentehuis
weekly 1 19:00 @ Veld 3 ⇐ T Voetbaltraining ⚽ ¦ D Elke dinsdag om 19u00⏎Waar: Veld 3
2026-11-24 20:30 ⇐ P Morgen livestream om 20.30 uur!
2026-11-28 14:00 ⇐ T Kerstmarkt ¦ D Zaterdag 28 november vanaf 14u
2027-03-05 19:30 @ zaal 2 ⇐ T Ledenvergadering ¦ F Wanneer = 5 maart 2027 om 19:30 ¦ F Waar = ‵zaal 2‵ ¦ B Tot dan!
weekly 02 18:00 ⇐ T Zwemmen ¦ F Dagen = ma, wo ¦ F Tijd = 18:00
2026-12-05 19:00 ⇐ T Pakjesavond 🎁 ¦ D 5 december, om 7 uur 's avonds
2026-11-27 19:30 ⇐ P Vrijdagavond om half acht spelletjesavond bij Tom
2026-11-25 20:00 ⇐ T Boekenclub ¦ D Deze woensdag, 20 uur
2026-12-04 21:00 ⇐ P volgende vrijdag 21:00 weer raiden!
weekly 0123456 07:00 ⇐ P Dagelijks om 7:00 ochtendwandeling
weekly 01234 12:30 ⇐ P Elke werkdag om 12u30 lunchwandeling in het park
2026-12-12 10:00 @ Sporthal De Bron ⇐ T Toernooi ¦ D 📅 zaterdag 12/12/2026⏎🕙 10:00⏎📍 Sporthal De Bron
2026-11-30 09:00 ⇐ P Maandag 30 nov 9u vergadering
2026-12-06 11:00 ⇐ T Brunch ¦ D zo 6 dec, 11.00 uur
2026-11-23 20:00 ⇐ P Vanavond om 8 uur gaan we live!
2026-12-18 20:00 ⇐ T Kerstborrel ¦ D Op vrijdag 18 december vanaf 20:00 tot 23:00 in de kantine
2027-01-16 13:30 ⇐ T Nieuwjaarsreceptie ¦ D 16-01-2027 13:30
2026-12-01 18:45 ⇐ T Yogales ¦ D Dinsdag 1 december⏎Aanvang: 18.45 uur⏎Duur: 1 uur
weekly 3 20:00 from 2027-01-07 ⇐ T Cursus fotografie ¦ D Iedere donderdag om 20:00, vanaf 7 januari 2027
2026-12-09 19:00 Europe/Amsterdam ⇐ T Webinar beleggen ¦ D Woensdag 9 december, 19:00 Nederlandse tijd
2026-11-26 19:30 @ Discord ⇐ T Vraag & antwoord ¦ F 🗓 Datum = donderdag 26 november ¦ F 🕢 Tijd = 19:30 ¦ F 📍 Locatie = Discord
2026-12-11 20:15 ⇐ T Quiz ¦ D vr 11 dec – 20u15 – inschrijven voor 8 december
2026-11-29 15:00 ⇐ P Zondagmiddag om 3 uur schaken we online
weekly 4 21:00 ⇐ P Vrijdagen om 21:00: filmavond!
2026-12-13 14:30 ⇐ T Wedstrijd ¦ D Zondag 13 december 2026⏎Aftrap 14:30⏎Verzamelen 13:45
2026-11-25 19:00 ⇐ P Overmorgen om 19:00 oefenen we het lied
2026-12-15 20:00 ⇐ T Bestuursvergadering ¦ D Beste leden,⏎⏎Op dinsdag 15 december a.s. om 20.00 uur vergaderen we.⏎Agenda volgt.
2026-12-19 17:00 ⇐ T Winter BBQ 🔥 ¦ D Datum: za 19 december⏎Uur: 17u⏎Prijs: €12,50
2027-01-10 10:30 @ Kerkstraat 12, Gent ⇐ T Wandeling ¦ D Wanneer: zondag 10 januari, 10u30⏎Waar: Kerkstraat 12, Gent
2026-12-03 20:00 ⇐ P Hoi allemaal! Donderdag 3 december om 20:00 spelen we Among Us, doe je mee?
weekly 5 10:00 ⇐ T Open repair café ¦ D Elke zaterdag 10:00-12:00
2026-11-24 14:00 ⇐ T Afspraak ¦ D morgenmiddag om 2 uur
2027-02-14 18:00 ⇐ T Valentijnsdiner ❤️ ¦ D 14 februari 2027 - 18:00
2026-12-21 19:00 ⇐ P Game night on maandag 21 december om 19:00, be there or be square
2026-12-08 20:00 ⇐ T Infoavond ¦ D Datum: 8/12/2026⏎Start: 20:00⏎Einde: 22:00
weekly 2 20:00 ⇐ T Repetitie koor ¦ D wekelijks op woensdag, 20:00
2026-12-20 20:00 ⇐ T Finale ¦ D Zondag 20 december · 20:00 · kanaal volgt
2026-11-28 08:30 ⇐ P Zaterdagochtend half negen vertrekken we naar zee
2026-12-02 13:00 UTC ⇐ T Onderhoud van de server ¦ D Op 2 december om 13:00 UTC gaat de server een uur plat.
2026-12-10 19:15 ⇐ P Donderdag 10 december, kwart over zeven 's avonds: lezing over sterren
2026-11-27 16:00 ⇐ P komende vrijdag om 16u vrijmibo 🍻
`

/** Agendas, forwarded texts, several embeds' worth in one; the form of a row is told in `row.ts`. */
export const UNTIDY = `
weekly 5 20:00 America/New_York ⇐ T Game Night ¦ D Saturday, 8:00 PM EST⏎⏎Join us for our weekly game night! Bring your best strategies.
2026-12-05 20:00 ⇐ D Saturday 12/05/2026 at 8pm, US folks welcome
2026-12-12 13:00 ⇐ T Open dag 🏫 ¦ D Zaterdag 12 december⏎13:00 Welkom⏎13:30 Rondleiding⏎15:00 Borrel
2026-11-26 21:00 ⇐ T 🔴 LIVE ¦ D we going live this thurs at 9pm, dont miss it
2026-11-28 20:00 ⇐ P Tonight's raid is moved to Saturday 20:00
2026-12-10 19:00 @ Café De Zwaan, Markt 3, Leuven ⇐ T Taalcafé ¦ F 🗓️ Wanneer = do 10 december 2026 ¦ F 🕖 Uur = 19u00 - 21u00 ¦ F 📌 Waar = Café De Zwaan, Markt 3, Leuven ¦ F 💶 Prijs = gratis
weekly 6 19:00 UTC ⇐ P **Clan war** — every Sunday — 19:00 UTC — mandatory for officers
2026-12-01 17:00 ⇐ P Hi all, short notice: dev sync today moved to tomorrow⏎⏎Tuesday 1 December, 17:00
2027-01-12 20:00 ⇐ T Schaaktoernooi 2027 ¦ D Ronde 1: dinsdag 12 januari 2027, 20:00⏎Inschrijven: tot 5 januari
2026-12-17 12:00 ⇐ T Kerstlunch ¦ D Donderdag 17/12 van 12 tot 14 uur in de kantine
2026-12-06 17:00 ⇐ P first speedrun marathon of the season: December 6 @ 17:00. donations open all day
2026-12-04 18:00 ⇐ T Workshop pottery 🏺 ¦ D Friday Dec 4th / 6-8 PM / €25 pp
2026-11-27 20:15 ⇐ P vrijdag 27/11 kwart over 8 's avonds start de pubquiz
weekly 3 19:00 ⇐ T Schrijfgroep ✍️ ¦ D Wekelijks, donderdagavond 19:00, vrije inloop
2026-12-20 19:00 ⇐ T Community awards 2026 🏆 ¦ D Voting closes December 15.⏎Ceremony: December 20, 7 PM
2026-12-30 20:00 ⇐ P Laatste raid van het jaar: woensdag 30 december 20:00!
weekly 0 21:00 ⇐ T Mythic Mondays ¦ D Mondays 9 pm. Last week we cleared +15!
2026-12-11 09:00 ⇐ T Exam revision ¦ D date: dec 11⏎time: 9:00-12:00⏎room: TBA
2026-11-25 17:00 ⇐ P team meeting wed at 5 pm pls be on time
2026-12-22 19:30 ⇐ T Carol singing ¦ D Join us Tue 22nd Dec, half past seven in the evening, by the big tree
2026-12-08 10:00 UTC ⇐ T Maintenance window ¦ F Start = 2026-12-08 10:00 UTC ¦ F End = 2026-12-08 12:00 UTC ¦ F Impact = API down
2026-12-08 11:00 ⇐ T Launch ¦ D 2026-12-08T10:00:00Z
2026-11-29 20:00 ⇐ P Zondag om 20:00 kijken we samen de finale 🏎️
2026-12-14 20:00 ⇐ P Book club is back!! 📚 Monday the 14th, 8pm, bring snacks
2026-12-05 11:00 ⇐ T Clean-up dag ¦ D 05-12-2026 @ 11:00 aan het buurthuis
none ⇐ T Battle report ¦ D Nov 21, 20:00 – Victory! 12 kills, 3 deaths
none ⇐ P You have until tomorrow 18:00 to claim your reward
none ⇐ P Inleveren voor vrijdag 12:00 aub
none ⇐ P Next reset in 3 days 4 hours
none ⇐ P We are live NOW! https://example.org/live
none ⇐ P De winkel is vandaag gesloten, morgen weer open om 9:00
none ⇐ P Build 2026.11.23-1530 deployed to production
none ⇐ P Score na 45:00 minuten: 1-0
none ⇐ T Role giveaway ¦ F Hosted by = <@123456789012345678> ¦ F Ends at = 30/11/2026 20:00 ¦ F Entries = 45
none ⇐ P Since we started on 5 March 2024 at 12:00 we grew to 1000 members
none ⇐ P When I was young, Fridays were for pizza
none ⇐ P Train IC 1530 leaves platform 9 every day, just saying
none ⇐ P Movie: 2 Fast 2 Furious (2003), 1h47, 5.9/10
none ⇐ P Please read the rules before Monday
none ⇐ P Trade closed: +2.3R, entry 14:05, exit 15:30
`

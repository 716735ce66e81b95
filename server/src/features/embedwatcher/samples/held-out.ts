/** Put aside before it was read by the parser, of which nothing is ever changed for one of these; form: `row.ts`. */
export const HELD_OUT = `
2026-11-27 20:00 ⇐ T 🎲 Board Game Friday ¦ D This Friday at 8 PM we'll be playing Catan and Codenames on Tabletopia. Beginners very welcome!
2026-12-04 19:30 @ Jeugdhuis Pandora ⇐ T Battle of the Bands ¦ F Datum = vrijdag 4 december ¦ F Deuren = 19:00 ¦ F Start = 19:30 ¦ F Locatie = Jeugdhuis Pandora
none ⇐ P The update rolled out at 18:00 and so far 1,204 of you have installed it
weekly 0 21:00 ⇐ P Anime Monday! Every Monday, 21:00, same place as always
2026-12-05 13:00 ⇐ P Zaterdag 5 december vanaf 13u: wafelbak voor de jeugdwerking. Wafels 2 euro/stuk
none ⇐ P Rule reminder: quiet in voice after 23:00, thanks ❤️
2026-12-02 20:00 America/New_York ⇐ T Season Finale Watch Party ¦ D Wednesday, Dec 2 · 8:00 PM EST · #tv-lounge⏎Spoiler talk goes in #spoilers
2026-11-24 18:30 ⇐ P training morgen om 18u30 ipv 19u!
none ⇐ P 🏆 Uitslag: 1. Noor (12:45), 2. Sam (13:10), 3. Lies (13:55). Proficiat!
2026-12-12 19:00 ⇐ T Ceilidh ¦ D Saturday 12th December 2026, 7pm till midnight. Tickets £12 from the bar.
2026-12-10 20:00 ⇐ P Do 10 dec 20u00 ledenvergadering. Volmachten binnen voor 8 dec aub.
ask ⇐ P Who can do Thursday 20:00 instead?
2026-12-19 15:00 UTC ⇐ T Grand Tournament 🛡️ ¦ D Registration: Dec 10 – Dec 17⏎Brackets: Dec 18⏎Tournament start: Dec 19, 15:00 UTC
none ⇐ P Je pakje wordt geleverd op dinsdag 24 november tussen 14:00 en 16:00
weekly 36 20:00 ⇐ T Raid times ¦ F Days = Thursday & Sunday ¦ F Time = 20:00 – 23:00 ¦ F Loot = EPGP
2026-11-29 19:00 ⇐ P sunday 7pm cet: community feedback session, bring your salt 🧂
none ⇐ P Our support team will be slower than usual between 24 and 31 December
2026-12-08 19:00 ⇐ T Kookworkshop Thais 🍜 ¦ D Dinsdag 8 december⏎19:00 - 22:00⏎€ 35 p.p. incl. drank⏎Max. 14 personen
2026-12-06 21:00 ⇐ P Premiere: our short film goes online Sunday December 6th at 9PM 🎬
none ⇐ P It's been 3 years since our first stream on 23 November 2023, 20:00. Time flies!
2026-12-01 12:30 ⇐ P Lunchlezing dinsdag 1 dec 12.30-13.15u, broodjes voorzien
none ⇐ T Bot status ¦ F Last restart = 23/11/2026 03:00 ¦ F Next restart = 24/11/2026 03:00 ¦ F Latency = 42 ms
2026-12-13 18:00 ⇐ T 🎮 Smash Sunday #42 ¦ D When: Sunday 13 December, 6PM⏎Entry: free⏎Bracket: start.gg/smash42⏎Rules: 3 stock, 7 min
none ⇐ P I usually stream around 20:00 on weekdays but no promises
2026-12-18 16:00 ⇐ P Vrijdag 18/12 sluiten we het jaar af met een drink om 16u in de cafetaria
ask ⇐ P We might do a second run on Saturday 22:00 if there's interest
2027-01-30 19:00 ⇐ T Bal van de burgemeester ¦ D Zaterdag 30 januari 2027⏎Aanvang 19:00 uur⏎Dresscode: galant⏎Kaarten à € 45 via de site
none ⇐ P All votes are in! Friday 20:00 wins with 61%. Details will follow.
2026-11-25 21:00 ⇐ P Wed 9pm: jam session. Theme: "cover a song from 1999"
none ⇐ T Sale ¦ D From Friday 27 November 00:00 to Monday 30 November 23:59: 30% off everything
weekly 12 16:00 ⇐ P Huiswerkbegeleiding op dinsdag en woensdag van 16u tot 17u30, elke week tijdens het schooljaar
2026-12-03 19:00 Europe/Berlin ⇐ P Thursday 3 December 19:00 Berlin time – public roadmap call, we'll stream it too
none ⇐ P Pizza's besteld om 18:30, wanneer komen ze nu eindelijk
2026-12-17 18:00 ⇐ T End-of-year dinner 🍽️ ¦ D Thursday 17 Dec. Drinks 18:00, dinner 19:00. RSVP by Dec 10!
2026-12-05 22:00 ⇐ P Sat. 5.12. 22:00 – techno in de kelder, vvk 8€ / ak 10€
none ⇐ P Roles will be reset after 30 days of inactivity, checked every day at 04:00
2026-11-26 19:45 ⇐ P Training donderdag begint een kwartier later: 19u45
none ⇐ P Wedstrijd van zondag 29/11 (14u30) uitgesteld wegens onbespeelbaar veld
2026-12-09 18:30 ⇐ T Resume workshop ¦ D Date: Dec. 9th⏎Time: 6:30 - 7:30pm⏎Presenter: Kim R.
2026-12-31 23:30 ⇐ P Join voice on Dec 31st at 23:30 to count down together!
none ⇐ P Invoice #2026-1130 is payable before 30/11/2026
2026-12-14 20:30 ⇐ P maandag 14 december om 20.30 uur spreekt wethouder De Boer in De Schakel
ask ⇐ P Volgende sessies: za 5/12 14u, za 12/12 14u en za 19/12 14u
2026-12-20 11:00 ⇐ T Zondagsbrunch met Jan & Alleman ¦ D 20 december, van 11u tot 14u, reserveren verplicht (min. 3 dagen op voorhand)
none ⇐ P Speedrun of the week: any% in 1:12:45 by @kiki, on 21 Nov
2026-12-04 15:00 ⇐ P Town Hall: Fri 4 Dec, 15:00–16:00. Submit questions until Thu noon.
none ⇐ P De verkoop van oliebollen heeft € 1.230 opgebracht, bedankt allemaal!
2026-11-28 19:00 ⇐ P **GUILD BANQUET** — Saturday, 7pm server time — formal attire required
none ⇐ P Please note the bridge is closed for traffic on Saturday 5 December from 10:00 to 14:00
2026-12-11 19:00 ⇐ T Spelavond Lokaal 7 ¦ D Elke tweede vrijdag van de maand spelen we. Volgende keer: vrijdag 11 december om 19u.
weekly 6 09:00 ⇐ T Fietsclub De Trappers 🚴 ¦ D Elke zondagochtend om 9 uur vertrek aan de kerk
2026-12-02 14:00 ⇐ P Webinar "Time management in 5 steps" on 2 December at 2 PM. Yes, we see the irony of starting late last time.
none ⇐ P Mods: I banned user 4471 at 02:14, evidence in #logs
2026-12-15 17:30 ⇐ P Deadline day drinks! Tuesday 15 December 17:30, the pub opposite the library
none ⇐ P Photo contest: send your picture by Sunday 6 December, midnight
2026-12-12 20:15 ⇐ T Toneel: De Vrek ¦ D Voorstelling op za 12 december om 20u15. Extra voorstelling bij grote vraag.
2026-12-06 16:00 America/New_York ⇐ P 🎤 Open mic this coming Sunday Dec 6, 4 pm Eastern, sign up in thread
none ⇐ P gn all, stream was fun, 4:12 hours new pb
ask ⇐ P Kan iedereen op woensdag 9 december om 19u of is 20u beter?
2026-11-27 19:00 ⇐ T Escape room 🔐 ¦ F Dag = vrijdag 27 november ¦ F Uur = 19u ¦ F Team = max 6
`

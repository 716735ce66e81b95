/** Put aside before it was read by the parser, of which nothing is ever changed for one of these; form: `row.ts`. */
export const HELD_OUT = `
2026-11-27 21:00 ⇐ T Friday Funday 🎉 ¦ D Hey gang! This Friday (27 Nov) at 9PM we're doing Gartic Phone. Join the voice channel, no mic needed.
2026-12-06 14:00 @ Parochiezaal, Kerkplein 1 ⇐ T Kaas- en wijnavond wordt kaas- en wijnnamiddag ¦ D Zondag 6 december, 14.00 u⏎Locatie: Parochiezaal, Kerkplein 1⏎Prijs: € 18 (kinderen € 9)
weekly 3 20:30 ⇐ P Every Thursday at 20:30 we have our writers' circle. Drop in whenever you like!
none ⇐ P Thanks for watching yesterday! VOD is up, timestamps: 12:30 boss fight, 45:10 the fail, 1:02:15 giveaway
2026-12-10 18:30 Europe/London ⇐ T London meetup ¦ F Date = Thursday 10th December ¦ F Time = 6:30pm – late (UK time) ¦ F Cost = £5 on the door
2026-12-01 21:00 ⇐ P Dinsdag 1/12 om 21u gaan we live met de nieuwe map, zet je wekker!
none ⇐ P The giveaway closes on Sunday 29 November at 20:00. Winners get a DM.
2026-12-12 16:00 ⇐ T Patch 7.1 race to world first watch party ¦ D Sat 12 Dec – 16:00 CET – #watch-party⏎7.1 drops that week so be ready!
ask ⇐ P Thinking about doing a horror stream Friday 22:00, thoughts?
2026-11-24 20:00 ⇐ P Morgen 20:00 stipt verzamelen voor de clanwar, te laat = bank
none ⇐ T Account warning ¦ D Your account has been flagged on 23/11/2026 at 09:12. Appeal within 14 days.
2026-12-05 10:00 America/New_York ⇐ T Holiday Craft Fair 🎁 ¦ D When: Saturday, December 5, 10 AM – 4 PM EST⏎Tables: $25⏎Vendors: 40+
weekly 15 19:00 ⇐ T Karate ¦ D Training elke dinsdag en zaterdag om 19u. Eerste les gratis!
2026-12-18 20:00 ⇐ P vr 18/12 20:00 Kerstquiz | teams van 4 | €10 per team | inschrijven vóór 11/12
none ⇐ P Ik heb morgen om 9:00 examen, duimen jullie voor mij?
2026-12-20 17:00 ⇐ T 🕯️ Candlelight concert ¦ D Sunday the 20th of December, doors 4:30 pm, concert 5 pm.
2026-11-26 19:30 ⇐ P D&D thursday 19:30, we left off at the dragon's lair (session 22). Bring snacks!
none ⇐ P Alle berichten van voor 1 december 2025 worden verwijderd
2027-01-21 19:00 ⇐ T Infosessie Erasmus ¦ D Datum: donderdag 21 januari 2027⏎Uur: 19.00 - 20.30 u.⏎Lokaal: B2.031
2026-12-03 17:00 UTC ⇐ T Node upgrade required ¦ D All validators must upgrade to v1.18.2. The upgrade takes place on Dec 3, 2026 at 17:00 UTC (block 18,340,000).
weekly 5 16:00 UTC ⇐ P Guild siege every Sat 16:00 UTC, fill your troops beforehand
none ⇐ P We lost the finals 2-3 on Saturday but what a ride! GG to @Titans
2026-12-09 20:00 ⇐ P Volgende boekenclub: woensdag 9 december om 20 uur. We lezen "1984", tot en met hoofdstuk 5.
2026-11-28 18:00 ⇐ T Pizza & Pixels 🍕 ¦ F Wanneer = za 28/11 om 18:00 ¦ F Wat = retro gamen + pizza ¦ F Kost = 7,50 EUR
ask ⇐ P Choir rehearsals: Mon 30 Nov 20:00 and Wed 2 Dec 20:00
2026-12-04 22:00 ⇐ P Nieuwe episode dropt vrijdag 4 december om 22:00, samen kijken in voice 2
none ⇐ T Opening hours ¦ D Mon–Fri 10:00–18:00⏎Sat 10:00–16:00⏎Sun closed
2026-12-13 09:30 ⇐ T 10K Winter Run 🏃‍♀️ ¦ D Zondag 13 december 2026⏎Start 10K: 09:30⏎Inschrijven kan tot 10 december, € 12
2026-11-30 19:00 ⇐ P Mon 30 Nov 7pm: intro to Rust, part 2. Repo: github.com/example/rust-intro (v0.4.2)
2026-12-02 21:30 ⇐ P Reset to Wednesday 2 December at 21:30, sorry for the confusion everyone
none ⇐ P Prijs per nacht: 12/12 t/m 19/12 €85, 19/12 t/m 26/12 €110
2026-12-11 18:00 ⇐ T Ugly Xmas Jumper Day ¦ D 11/12/2026 6pm @ the clubhouse, best jumper wins a hamper 🧺
weekly 024 12:15 ⇐ P Lunchyoga: ma, wo en vr om 12u15 in zaal 3, elke week
2026-12-19 13:37 ⇐ P LAN party za 19 december, start 13:37 (jaja), einde zondag 20 december 12:00
none ⇐ P Anyone else getting error 504? Started around 14:30 for me
2026-12-08 19:30 ⇐ T Oudercontact ¦ D Op dinsdag 8 december organiseren we een oudercontact. U bent welkom vanaf 19.30 uur.
2026-11-25 18:00 America/New_York ⇐ P LIVE WEDNESDAY 6PM ET 🔴 road to Diamond, day 3
ask ⇐ P Next session either Sunday 6 Dec 15:00 or Sunday 13 Dec 15:00, react below
2026-12-31 22:00 ⇐ T New Year's Eve Bash 🎆 ¦ D 📅 31.12.2026⏎🕙 22:00⏎🥂 Countdown at midnight!
none ⇐ P Onze webshop is wegens inventaris gesloten op maandag 30 november van 8:00 tot 12:00
2026-12-16 20:15 ⇐ P wo. 16 dec. – 20.15 uur – lezing "Zwarte gaten" – toegang gratis, graag wel even aanmelden
2026-12-07 18:00 America/Los_Angeles ⇐ T Devs Answer ¦ D Monday, December 7th, 6 p.m. PST / 9 p.m. EST
weekly 6 20:00 ⇐ T Sunday Service ¦ D Sundays 8pm - chill lofi stream. Last Sunday we hit 300 viewers 🙏
2026-12-05 14:30 ⇐ P Sint komt op 5/12 om 14u30 naar het lokaal!! Kinderen max 10 jaar
none ⇐ P Inschrijvingen openden gisteren en we zitten al aan 31/40!
2027-02-12 19:00 ⇐ T Galentine's Night 💕 ¦ D Friday, Feb 12, 2027 · 7–10 PM · Bring a friend
2026-11-23 19:00 ⇐ P vanavond 19:00 training, niet vergeten!
none ⇐ P Best time to post? Studies say Tuesday 10:00 and Thursday 19:00
2026-12-14 20:00 ⇐ T Committee meeting ¦ D The next committee meeting will be held on Monday 14 December at 8pm via Zoom. Minutes of the meeting of 9 November are attached.
2026-12-12 11:00 ⇐ P Ochtendwandeling: zaterdag 12 december om 11 uur aan de vuurtoren, daarna soep
ask ⇐ P Rehearsal moved to Thursday, time to be confirmed (19:00 or 20:00)
none ⇐ P Kortingscode SINT10 geldig van 27/11 9:00 tot 6/12 23:59
2026-12-03 12:00 ⇐ P Tickets go live Thursday 3 December at noon, they WILL sell out fast
2026-11-29 15:00 ⇐ T Zondagsmatch ⚽ ¦ D Zo 29 nov⏎Verzamelen: 14u15⏎Aftrap: 15u
weekly 4 23:00 ⇐ P Late night lobby, every Friday 11pm till the sun comes up 🌅
2026-12-10 16:30 ⇐ T Sprint retro ¦ F When = 10/12/2026, 16:30–17:15 ¦ F Facilitator = Bo ¦ F Board = https://board.example.org/r/2026-12
none ⇐ P Today in 1969: Apollo 12 landed on 24 November at 20:58 UTC
2026-12-17 19:00 ⇐ P Thursday the 17th, 7pm, ladies night @ Bar Oscar, first drink on the house
2026-11-28 20:00 ⇐ T Tribute show ¦ D Zaterdagavond 28 november⏎Zaal open: 19u⏎Aanvang: 20u⏎Uitverkocht!
none ⇐ P Server will be wiped soon, last wipe was 1 November 18:00
2026-12-04 20:00 ⇐ P @everyone Game night! Friday 4 December, 8:00 PM – 11:00 PM. Vote for the game in #polls by Thursday.
ask ⇐ T December agenda ¦ D 4/12 20:00 Filmavond⏎11/12 20:00 Spelavond⏎18/12 20:00 Kerstquiz
2026-12-05 09:00 ⇐ P Big spring... eh, winter cleaning of the scout hut! Sat 5 Dec, 9am sharp, gloves on 🧤
none ⇐ P Mijn trein van 17:42 is afgeschaft, ik ben wat later vandaag
2027-01-14 20:00 ⇐ T Nieuw seizoen volleybal 🏐 ¦ D We starten opnieuw op donderdag 14 januari 2027 om 20u in de sporthal.
2026-11-26 20:00 Europe/Amsterdam ⇐ P Donderdag 26-11 20:00 (Nederlandse tijd) Teams-overleg, link in de pins
`

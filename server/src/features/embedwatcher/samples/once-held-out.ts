/** Batches that were held out until others took their place; the form of a row is told in `row.ts`. */
export const ONCE_HELD_OUT = `
2026-12-05 19:00 ⇐ T Optreden in De Kelder ¦ D Zaterdag 5 december⏎Deuren 18:30, start 19:00⏎Tickets €12,50 / €15 aan de deur
weekly 2 20:00 ⇐ T Woensdag = raidavond ¦ D Elke woensdag, 20:00 - 23:00. Summons vanaf 19:45.
2026-12-12 15:00 @ Discord Stage ⇐ T Poetry reading ¦ F Date = <t:1797084000:D> ¦ F Time = <t:1797084000:t> ¦ F Where = Discord Stage
2026-12-19 14:00 America/New_York ⇐ T 🏓 Winter Open ¦ D **Date:** Sat, Dec 19th⏎**Time:** 2:00 PM ET⏎**Format:** Best of 3, single elim⏎**Sign-ups close:** Dec 17th, 11:59 PM ET
weekly 0 19:00 ⇐ P Monday Night Magic: every Mon at 7 PM, bring a standard deck
2026-12-06 16:00 Europe/London ⇐ P Sunday 6th Dec, 4pm UK – book club: we're reading Piranesi. Chapters 1–7 please!
2026-11-29 14:00 ⇐ P this Sun 14:00 CET scrim vs Team Nova, bo3
2026-11-24 20:00 ⇐ P tmrw 8pm we're finishing Hades, come watch me fail lol
none ⇐ P Thanks to all 48 people who came to Thursday's pub quiz! Full results: 1. Owls 43/50 2. Crows 41/50
ask ⇐ P Season launch: Friday 11 December at midnight!!
none ⇐ P v1.12.24 is live. Hotfix for 1.12.23 follows within 24h
none ⇐ P Prijsvraag: stuur je tekening in vóór vrijdag 4 december 18:00. Winnaar wordt later bekendgemaakt.
ask ⇐ P Meeting 5/6 at 7 — see you!
none ⇐ P Score update: we were up 2-1 at 19:45 when the server died 😭
none ⇐ T Ban log ¦ F User = bob#0001 ¦ F Banned on = 22/11/2026 23:10 ¦ F Expires = 29/11/2026 23:10
ask ⇐ P Raid today at 8 or tomorrow, not sure yet, check pins
none ⇐ P Inschrijven voor het toernooi van januari kan vanaf nu t/m 20/12 om 20:00
2027-02-06 09:00 ⇐ T Hackathon 2027 ¦ D 48h hackathon from Sat 6 Feb 2027 09:00 to Mon 8 Feb 2027 09:00. Teams of 2–4.
2026-11-28 10:30 ⇐ P Zaterdagvoormiddag 28/11 om halfelf: fietstocht vanaf het station
2026-11-23 21:00 ⇐ P tonight 9pm, surprise stream 👀
2026-12-05 20:00 ⇐ T Charity Gala ¦ D Doors open 18:30⏎Show starts 20:00⏎Saturday, 5 December 2026⏎Afterparty from 23:00
2026-12-01 16:30 ⇐ P Stand-up moved from 3pm to 4:30pm, Tuesday 1 December
2026-12-24 16:00 ⇐ P Christmas eve co-op stream, Dec 24 from 4pm until whenever mum calls for dinner
2026-12-12 19:00 ⇐ T Game Night ¦ F Date = 12-12-2026 ¦ F Time = 19:00 CET ¦ F Host = <@123456789012345678> ¦ F Slots = 8/12 ¦ B Event ID: 20261130-1900
2026-12-03 20:00 ⇐ P ‼️ LET OP ‼️ de ALV is verplaatst van dinsdag 1 december naar donderdag 3 december, 20:00
2026-11-27 18:00 ⇐ P friday 6pm stream!! (tiktok.com/@cool24) giveaway at 1000 followers
2026-12-10 17:00 UTC ⇐ T Dev Q&A #7 ¦ D Thu, 10 Dec 2026 17:00:00 GMT
weekly 24 20:00 ⇐ P We stream Wednesdays and Fridays at 8 PM, give us a follow!
2026-11-30 19:00 ⇐ T Study session: Chapter 12 ¦ D Mon 30th, 7–9pm, library bot channel
none ⇐ P Playtest results: 4.5/5 fun, avg. session 1:45, 11/12 would play again
2026-12-14 19:45 ⇐ P Maandag 14 december, kwart voor acht 's avonds, online infosessie
2026-12-05 17:00 ⇐ T Sinterklaasavond 🎅 ¦ F Wanneer? = Zaterdag 5 december ¦ F Hoe laat? = 17:00 ¦ F Wat meenemen? = Surprise + gedicht (max. €15)
none ⇐ T Nieuwsbrief november ¦ D Verschenen op 20 november 2026. Volgende editie: 18 december 2026.
none ⇐ P 20:00 gamers unite!!! jk im going to bed
2026-12-03 18:00 ⇐ T Sprint demo ¦ F When = 3 December 2026 at 18:00 (Europe/Brussels) ¦ F Join = https://meet.example.org/2026-1203
ask ⇐ P Let's meet at 19:00 or 19:30 on Friday 4 December, what suits you?
none ⇐ P Mijn favoriete tijd? 11:11 elke dag, doe een wens ✨
none ⇐ P Limited stock: 12/20 hoodies left, sale ends Wed 25 Nov 18:00!
ask ⇐ T Programma weekend ¦ D Vrijdag 4 december 20:00 – Quiz⏎Zaterdag 5 december 14:00 – Workshop⏎Zondag 6 december 11:00 – Brunch
2026-11-28 13:00 ⇐ P This Saturday (28/11) we start at 13:00 instead of 14:00!
weekly 135 17:00 ⇐ T Homework help ¦ D Tue/Thu/Sat · 5–6 PM · every week
2026-12-04 19:00 UTC ⇐ P Fri 4th December, 7pm GMT: Fireside chat with our founders
ask ⇐ P Every 2 weeks on Thursday at 20:00 we play Pathfinder
2026-12-05 21:00 ⇐ P Sat., Dec. 5th, 9 p.m. — goth night, wear black
weekly 4 19:30 @ De Zwaan, Dorpsstraat 8 ⇐ T Dartavond 🎯 ¦ F Dag = Elke vrijdag ¦ F Tijd = 19:30 ¦ F Plaats = De Zwaan, Dorpsstraat 8
2026-12-13 11:00 ⇐ P 📣 Zondag 13 december → 11:00 → Koffieconcert → inkom gratis
none ⇐ P RIP in peace 12:34 speedrun, died at 11:59 on the last split
none ⇐ T Releaseplanning ¦ D 2.4.0: Q1 2027⏎2.5.0: juni 2027⏎3.0: wie weet
ask ⇐ P We zoeken vrijwilligers voor zaterdag 12 december tussen 10:00 en 18:00, wie helpt?
none ⇐ P Happy New Year in advance! Office reopens 4 January 2027 at 9:00.
ask ⇐ P Tomorrow at 7 or so, details follow
2026-12-09 18:00 ⇐ T Cooking together: pho 🍜 ¦ D **Wanneer**⏎Woensdag 9 december⏎**Tijd**⏎18:00⏎**Nodig**⏎1 ui, 2 cm gember
weekly 01234 18:00 ⇐ P Mon-Fri 6pm: daily news stream 📰
none ⇐ P lunch was at 12:30, you missed it 😂
none ⇐ P Ordered on 12/11, arrived 23/11 at 10:00, fast shipping ⭐⭐⭐⭐⭐
2027-01-10 15:00 ⇐ P 10 jan 15u nieuwjaarsduik, handdoek mee!!
none ⇐ T Holiday hours ¦ D 24 Dec: 10:00–15:00⏎25 Dec: closed⏎26 Dec: 12:00–17:00
2026-12-02 17:00 @ #vragen ⇐ P Wo 2 december | 17:00 - 18:00 | Vragenuurtje bestuur | Kanaal: #vragen
2026-12-16 20:00 ⇐ P 🗳️ You voted, we listened! 14/23 votes for Wednesday 16 December at 20:00. See you there!
2026-12-21 18:00 America/Chicago ⇐ T Winter Solstice Ritual ¦ D Monday, December 21st, 2026 at 6:00 PM CST
weekly 15 21:00 America/New_York ⇐ P 📺 Schedule: Tues + Sat, 9pm EST, every week
2027-01-01 20:00 ⇐ P First stream of the new year: Jan 1st 8PM, hangover edition
2026-11-26 15:00 ⇐ P @here vergadering is verzet naar do 26/11 15u (was wo 25/11 14u)
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
2026-11-28 21:00 ⇐ T Drum circle 🥁 ¦ D Saturday night, 9PM, stage channel. Bring anything you can hit.
none ⇐ P De loodgieter komt woensdag om 9:00, dus ik ben dan even afk
2026-12-05 18:00 @ Clubhuis ⇐ T Sinterfuif ¦ F Wanneer = zaterdag 5 december, 18u ¦ F Waar = Clubhuis ¦ F Inkom = €6
none ⇐ P Payouts are processed every Friday at 12:00 UTC
2026-12-09 20:30 ⇐ P Woensdag 9 december 20:30: filmclub kijkt Parasite (2019)
none ⇐ P The match ended 3-1, next time better. Kick-off was 20:45, final whistle 22:37
weekly 1 20:00 ⇐ P Tabletop Tuesday is every Tuesday at 8pm in the tavern channel
2026-12-12 10:30 ⇐ T Open training day ¦ D Date: 12 Dec 2026⏎Time: 10.30 - 12.00⏎Bring: water, indoor shoes
none ⇐ P Your subscription renews on 1 December 2026 at 08:00
2026-12-03 20:00 America/New_York ⇐ P Going live Thursday 12/3 at 8pm EST with a special guest 👀
ask ⇐ P Zullen we zondag om 14u of maandag om 20u doen?
2026-12-18 19:00 ⇐ T Kerstviering ¦ D Graag nodigen wij u uit op vrijdag 18 december om 19.00 uur. Inloop vanaf 18.30 uur.
none ⇐ P Gates open at 6 on match days, bar closes at 23:30
2026-11-30 19:30 ⇐ P Volgende maandag 19u30 eerste les Italiaans, boek niet vergeten
none ⇐ P Reminder that daylight saving ended last month, so reset is now 16:00 instead of 17:00
2026-12-06 13:00 UTC ⇐ T Qualifier #2 ¦ D Sunday 6 December⏎13:00 UTC | 14:00 CET | 8:00 EST⏎Top 8 advance
2026-12-10 18:00 ⇐ P Bezoek aan de brouwerij op donderdag 10/12 om 18u, nog 4 plaatsen!
none ⇐ P New high score by Lien: 14:20 on Sunday's map, beat that
2026-12-04 21:30 ⇐ P Album release listening party 🎧 Fri Dec 4, 9:30pm, be early
weekly 03 18:00 ⇐ T Zwemtraining ¦ D Maandag en donderdag van 18u tot 19u, elke week
none ⇐ P Let op: vanaf 1 december betaal je met de nieuwe app
2026-12-16 12:00 ⇐ P Lunch with the founders: Wednesday, December 16, 12pm, room Kepler
none ⇐ P Someone left a jacket at the party on Saturday, pick up at the desk Mon-Fri 9:00-12:00
2026-12-13 20:00 ⇐ T Finale The Voice kijken 📺 ¦ D zo 13/12, 20u, popcorn voorzien
ask ⇐ P Are you all free Saturday 5 December around 15:00?
2026-12-01 07:00 ⇐ P Servers go down for maintenance Tuesday 1 December at 07:00, expected downtime 2 hours
none ⇐ P Last call: order your hoodie before Wednesday 25 November 20:00
2027-01-09 14:00 ⇐ T Winterwandeling ❄️ ¦ D Zaterdag 9 januari '27 – start 14:00 aan het station – 10 km
2026-11-25 20:00 ⇐ P Quick reminder: council meeting Wednesday at 8 PM, agenda in #council
none ⇐ P Fun fact: this server was made on a Tuesday at 3:14 am
2026-12-05 20:00 ⇐ P 🎤 Zaterdag 5 dec is het zover! Vanaf 20u karaoke in café De Kat
none ⇐ P Bus 14 vertrekt elke dag om 7:12, 7:42 en 8:12
2026-12-11 18:45 ⇐ T Potluck ¦ D Friday 11 December, 6:45pm. Sign up for a dish by Monday 7 December.
none ⇐ P We're aware of login issues since 13:20 and expect a fix by 18:00 today
2026-12-08 20:00 ⇐ P Dinsdag 8 december, 20 uur, digitale dorpsraad via Teams
ask ⇐ T Exam schedule ¦ D Maths: Mon 14 Dec 9:00⏎Physics: Wed 16 Dec 13:30⏎History: Fri 18 Dec 9:00
2026-12-19 19:00 ⇐ P XMAS RAID 🎅 Sat 19 Dec 7pm, wear red, loot is random
none ⇐ P Wie op vrijdag na 22:00 komt, betaalt dubbel
2026-12-02 19:00 ⇐ T AMA: game audio ¦ F Date = 2 Dec ¦ F Time = 7 PM ¦ F Guest = Rosa V. ¦ F Last AMA = 4 Nov
none ⇐ P Mijn wekker stond op 6:00 maar ik werd pas om 10:00 wakker
2026-12-17 20:30 ⇐ P donderdagavond 17 dec half negen laatste clubavond van 2026
weekly 5 09:30 ⇐ P parkrun buddies: every saturday 9:30am at the big oak
none ⇐ P Congrats to our November champion! December ladder starts soon, rules in #ladder (updated 22/11, 18:00)
2026-12-20 15:30 ⇐ T Carol concert ¦ D Sunday 20 December 3.30pm St Mary's. Mince pies from 3pm!
2026-11-26 18:00 ⇐ P donderdag 26 nov van 18 tot 20 u: huiswerkclub
none ⇐ P 12-0 win tonight, 20 minutes flat, can't stop smiling
ask ⇐ P Party Saturday?? maybe 20:00 at mine
2026-12-07 17:00 ⇐ P Internship info session on Mon Dec 7 (5:00-6:00pm), pizza provided
`

/** The first batch that was held out; later ones took its place. The form of a row is told in `row.ts`. */
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
`

/** Of raids, streams, clubs, courses, notices and what only looks like them; the form of a row is told in `row.ts`. */
export const BROAD = `
2026-11-26 20:00 ⇐ P @everyone raid night this Thurs 8pm sharp, invites go out 7:45, don't be that guy
2026-11-27 20:00 ⇐ T 🐉 D&D Session 14 – The Sunken Crypt ¦ D Hey adventurers! Session 14 is on <t:1795806000:F>.⏎⏎Last time (Session 13) you fled the crypt at level 5 with 12 HP between you.
none ⇐ P 🔥 BLACK FRIDAY: everything 1/2 price until Sunday 29/11 23:59, use code BF50
2026-12-01 19:30 ⇐ P Dinsdag 1 december om half acht 's avonds komt de boekenclub samen, we bespreken hst 5-9
none ⇐ T Weekend recap 🏆 ¦ D Saturday we beat Red Squad 16-12 and Sunday we lost 13-16. Next season info coming soon!
2026-12-08 02:00 UTC ⇐ T Scheduled maintenance ¦ D We will be performing scheduled maintenance on December 8, 2026 from 02:00 UTC to 04:00 UTC. Services may be unavailable.
ask ⇐ P Movie on Friday at 8? or Saturday at 9? lmk
2026-11-24 12:00 ⇐ P Lunchwandeling morgen om 12u, verzamelen aan de receptie
2026-12-10 20:00 ⇐ P Do 10/12, 20u: algemene vergadering. Agendapunten doorgeven kan tot 3/12.
none ⇐ P Patch 10.12 notes: fixed spawn timer (was 12:00, now 10:00), balance 7/10 weapons
2026-11-28 21:00 ⇐ P Zat 28 nov 21u → Just Dance avond in de voice 🕺
ask ⇐ P Game night on Friday the 4th! Time tbd
2027-01-16 21:00 ⇐ T <t:1800129600:F> — New Year Speedrun Relay ¦ D 4 runners, 3 games, 1 controller.
none ⇐ P De BBQ van zaterdag 5 december om 17:00 gaat helaas niet door, te weinig inschrijvingen
2026-12-02 20:15 ⇐ T Filmclub ¦ F Film = 2001: A Space Odyssey ¦ F Wanneer = wo 2 dec ¦ F Aanvang = 20:15
none ⇐ P Support tickets are answered 24/7, usually within 1-2 hours
weekly 14 20:00 ⇐ T Raid schedule ⚔️ ¦ D ‵‵‵⏎Tue  20:00 - 23:00⏎Fri  20:00 - 23:00⏎‵‵‵⏎Same as every week.
2026-12-18 18:00 @ Stadsschouwburg ⇐ T Kerstgala 🎄 ¦ D 📅 vr. 18 dec. 2026⏎⏰ 18:00 – 23:30⏎📍 Stadsschouwburg⏎👔 Black tie
2026-12-03 19:15 ⇐ P Donderdag 3 december kwart over zeven 's avonds: lezing in de bieb, gratis inkom
2026-12-04 12:00 ⇐ T Lunch & Learn ¦ D Friday, December 4 at noon. Topic: how not to drop prod.
2026-12-12 10:00 ⇐ T Clubkampioenschap ¦ D Zaterdag 12 december 2026⏎Inschrijving vanaf 09:00⏎Start toernooi: 10:00⏎Prijsuitreiking: 17:00
2026-11-30 20:00 ⇐ P Next Monday, 8pm: writing sprint in #sprints. 4 x 25 min.
2026-12-09 19:00 Europe/Amsterdam ⇐ P Woensdag 9 dec 19:00 NL tijd: Q&A met de makers
2026-11-27 17:00 ⇐ P Vrijmibo! Vrijdag vanaf 5 uur 's middags, rondje van de baas
2026-12-11 19:30 ⇐ T One-shot: Candlekeep ¦ D DM: <@123456789012345678>⏎Players: 3/5⏎Level: 4⏎When: Friday 11 December, 19:30 – 23:00⏎System: 5e
2026-12-05 20:00 ⇐ P 05-12 20:00 Sinterklaasquiz!! pepernoten verplicht
2026-11-30 18:30 ⇐ P Volgende week maandag om 18.30 uur start de cursus EHBO.
2026-12-01 20:00 ⇐ P volgende week dinsdag 20:00 is de grote clan meeting, iedereen aanwezig aub
2026-12-13 13:00 America/New_York ⇐ P 🎥 STREAM ALERT: Sunday 12/13 @ 1pm EST. 12 hour subathon, !merch 20% off
weekly 3 21:00 from 2026-12-03 ⇐ P Starting Dec 3, we stream every Thursday at 9 PM.
2026-11-28 20:00 ⇐ P RAID MOVED: not Friday 20:00 but Saturday 28 nov 20:00!
2026-12-16 18:00 ⇐ T Workshop lockpicking 🔓 ¦ F Datum = 16/12/2026 ¦ F Tijd = 18u00 - 20u30 ¦ F Prijs = €20 (leden €15) ¦ F Max = 12 deelnemers
2026-12-20 13:00 ⇐ T ⛄ Winter Cup ¦ D Check-in opens at <t:1797766200:t>, first match <t:1797768000:F>.
2026-11-25 20:00 ⇐ P wed 25/11 20:00 — mandatory guild meeting (30 min). BE THERE
2026-12-04 19:00 ⇐ T Spelletjesavond ¦ D Vrijdag 4 december a.s. van 19.00 tot 22.00 uur in het buurthuis. Consumpties vanaf € 1,50.
weekly 5 11:00 UTC ⇐ T Siege ¦ D Every Saturday 11:00 UTC (12:00 CET / 6:00 AM EST). Missing 2 in a row = kick.
none ⇐ P Our Discord turns 3 on 14 December! 🎂
2026-12-15 21:00 ⇐ P Dec 15, 9:00pm — Secret Santa unboxing stream 🎁 open til late
none ⇐ T 📊 Poll closed ¦ D Friday 20:00 – 7 votes⏎Saturday 20:00 – 4 votes⏎Sunday 16:00 – 2 votes
2026-12-02 21:00 ⇐ T 🎙️ Podcast live recording ¦ D **Guest:** dr. Smits⏎**Live:** Wednesday 2 December, 21:00h⏎**Length:** approx 1h30
ask ⇐ P See you next weekend at 20:00!
weekly 1 18:30 ⇐ P Di 18u30 training, elke week hetzelfde uur
none ⇐ P Reminder: submissions for the zine are due Friday, Dec 4 at 11:59 PM
2026-12-17 20:00 ⇐ P Do. 17 dec. om 20 u. — laatste repetitie voor het concert
2027-01-08 20:00 Europe/Berlin ⇐ T Stammtisch ¦ D Friday 8 January 2027, 20:00 Berlin time. Deutsch & English.
none ⇐ P Bug: event timer shows 25:61 on 31/11. Devs are aware.
2026-11-26 19:00 ⇐ P donderdag 7pm d&d, breng je dobbelstenen mee
ask ⇐ P Next meetups: Sat 5 Dec 14:00 (Ghent), Sat 19 Dec 14:00 (Antwerp), Sat 9 Jan 14:00 (Brussels)
none ⇐ P Uit de oude doos: foto's van het zomerkamp, 5 juli 2025, 14:00
weekly 6 10:00 ⇐ T Sunday Long Run 🏃 ¦ D Sundays, 10 AM, 12–15 km at 5:45/km. Coffee after.
none ⇐ P my alarm goes off at 6:30 every day and i still come late lol
2026-12-09 20:30 ⇐ P **Woensdag 9/12** | **20:30** | *Open podium* | gratis
ask ⇐ P Let's do the one-shot sometime in December, probably the 12th around 7ish
2027-03-28 14:00 ⇐ T Paaseieren zoeken ¦ D Zondag 28 maart 2027 om 14 uur in het park (let op: zomertijd!)
none ⇐ P Kantoor gesloten van 24 december 12:00 t/m 3 januari 2027
2026-12-06 15:00 ⇐ P Zo 6/12: Sinterklaasviering van 15u tot 17u. Inschrijven via formulier (voor 29/11, 12u).
2026-12-11 22:00 ⇐ P Drum&bass night Fri 11 Dec 22:00–05:00, 18+, €8 presale
none ⇐ P Congrats to @mia: 365-day streak, started 23/11/2025 at 07:00!
2027-01-12 19:00 ⇐ P Sessie 12 is op 12/1 om 19:00
2026-12-19 20:00 ⇐ P save the date ✨ 19.12.2026 ✨ 20h ✨ Pyjamaparty
2026-12-04 20:00 America/Los_Angeles ⇐ T Karaoke Friday 🎤 ¦ D Friday, December 4 • 8:00 PM Pacific • Voice 1
2026-11-25 09:00 ⇐ P Woensdagochtend 9 uur: koffie met de directie
none ⇐ P The Wi-Fi password changes on 1/12. New one: Winter2026!19:30
weekly 0 20:00 until 2026-12-21 ⇐ P Every Monday at 20:00 until 21 December: advent trivia
ask ⇐ P Are we still on for Thursday 20:00?
2026-12-02 12:15 ⇐ P Wed 2 Dec – 12:15-12:45 – 30 min guided meditation on stage
2026-12-12 18:00 ⇐ T 🎄 Xmas Party ¦ D Hey folks! The year is almost over (47/52 weeks!).⏎Come celebrate on the 12th of December, 6pm.⏎RSVP by the 5th of December.
2026-11-24 19:30 ⇐ P morgenavond half 8 oefenen voor de LAN
2027-01-05 20:00 ⇐ P Wegens de feestdagen is er op 22 en 29 december geen training. We hervatten op dinsdag 5 januari om 20:00.
weekly 3 19:00 America/New_York ⇐ T Trivia Thursday 🧠 ¦ D Every Thursday night, 7PM Eastern, in #trivia-stage. Winner gets Nitro.
none ⇐ P The tournament on Saturday 28 November at 15:00 has been postponed until further notice.
2026-12-08 20:00 ⇐ P di 8 dec 20u bestuursverg. (via Teams, link volgt)
2026-12-16 19:00 ⇐ T Ask a lawyer ¦ D 16 Dec @ 1900hrs, stage channel. Bring questions.
2026-11-29 20:00 ⇐ P Sundy 29 Novmber 8pm - Clan Wars!!
weekly 6 15:00 ⇐ P iedere zondagmiddag om 15u: Mario Kart met kijkers
2026-12-27 14:00 ⇐ T Nawandeling ¦ D Zondag 27 december om 14:00, ± 8 km, honden welkom
2026-12-09 20:00 ⇐ P > Are we doing anything soon?⏎Yes! Wednesday 9 December at 20:00, Jackbox
2026-12-18 20:15 ⇐ P Final boss attempt <t:1797621300:f> (<t:1797621300:R>) be on 15 min early for buffs (20:00)
none ⇐ P GG! Final standings: Alpha 12-3, Bravo 11-4, Charlie 9-6. Playoffs bracket will follow.
2026-12-01 08:00 ⇐ P Preorders open Tuesday 1 December at 8:00 AM!
none ⇐ P Ik werk op vrijdag van 9 tot 5 dus kan dan niet streamen
2026-12-12 20:00 ⇐ T Retro Game Night 🕹️ ¦ F 📆 = Saturday 12 December ¦ F 🕗 = 20:00 - 00:00 ¦ F 🎮 = GoldenEye 007 (1997)
none ⇐ T Server stats ¦ D Peak online: 214 (Sat 21 Nov, 20:14)⏎Messages: 12,345⏎New members: +19
2027-01-23 10:00 ⇐ T Rommelmarkt ¦ D za 23 jan '27, 10u - 17u, gratis toegang, standplaats €5/m
none ⇐ P Deadline verlengd! Je kan nog indienen tot maandag 7 december om 9u.
2026-12-10 19:30 ⇐ T Book launch ¦ D Join us <t:1796927400:D> at 19:30 for readings, cake & chaos.
2026-11-26 20:00 ⇐ P AS DONDERDAG 20U: BINGO!! 🎱
none ⇐ P Wat een avond gisteren! Van 20:00 tot 02:00 gedanst 😅
none ⇐ P Prices: 1 hour €10, 2 hours €18, full day (9:00-18:00) €60
2026-12-15 19:00 ⇐ P On Tuesday, 15 December at 19:00 we welcome author Lize Spit; the book is in our shop from 20 December
none ⇐ P If you want your role back, DM a mod before 18:00 on Friday
2026-11-30 20:00 ⇐ P nxt mon 8pm raid, flasks provided
ask ⇐ P Event at 15:00 PST / 18:00 EST
2026-12-02 18:00 ⇐ T 2e training 💪 ¦ D De 2e training vindt plaats op 2/12 om 18:00 (de eerste was 18/11).
2026-12-17 20:00 America/New_York ⇐ P 🔴 12/17 | 8PM EST | 5PM PST | Elden Ring finale
weekly 02 06:30 ⇐ P Early birds: Mondays + Wednesdays 6:30am gym accountability call
2026-12-11 17:30 ⇐ T Afscheidsborrel Karin 🥂 ¦ D Na 25 jaar neemt Karin afscheid! Vrijdag 11 december, vanaf 17.30 uur, kantine 2e verdieping.
2026-12-05 15:00 ⇐ P Minecraft server opent op 5 december om 15:00 (versie 1.21.4, ip: play.example.org:25565)
2026-11-27 20:30 ⇐ P vrij 27 nov 20.30u  pubquiz, teams van 4, €2 p.p.
2026-12-20 18:00 ⇐ P Lights out! 💡 20th of December, 18:00 CET. (Not the 19th as we said before, sorry!)
2026-12-03 21:00 ⇐ T Among Us w/ viewers ¦ D Thu 3 Dec⏎21:00⏎10 spots⏎18+
weekly 4 18:00 ⇐ P #FridayFunday is back: 18:00 every Friday in VC2
2026-12-07 20:00 ⇐ P Mon 7 Dec 2026, 20:00 – 21:30 – Rulebook Q&A with our judges. Rulebook v4.2 p. 12-30.
ask ⇐ T Twitch drop ¦ D Watch 2h to earn the drop. Campaign runs 25/11 10:00 – 02/12 10:00.
none ⇐ P Sinds 1 oktober 2026 rijdt bus 12 niet meer na 20:00
2026-11-28 22:00 ⇐ P za. 22:00 gaan we live met de Halloween-inhaalstream 🎃
ask ⇐ T Raid roster ¦ D Thu 26/11 20:00: Karazhan⏎Sun 29/11 19:00: Gruul
2026-12-19 10:00 ⇐ T Puppy yoga 🐶 ¦ D Saturday morning, Dec 19, 10–11:30, mats provided, $15
2026-12-01 20:00 ⇐ T Pokémon draft league – Week 3 ¦ D Matches must be played by Sunday 29 Nov.⏎Week 3 kick-off stream: Tuesday 1 Dec, 20:00.
2026-12-08 19:00 Australia/Sydney ⇐ P Dec 8, 7pm AEDT – Aussie game night!
2026-12-06 20:00 ⇐ P Zondagavond 6 dec 8 uur: Sinterklaas kienen, kaartjes à 50 cent
weekly 2 19:00 from 2027-01-13 until 2027-03-17 ⇐ T Cursus Pools ¦ D Elke woensdag 19:00-21:00, van 13 januari 2027 t/m 17 maart 2027.
none ⇐ P Stemmen kan tot en met vrijdag 27/11, 20:00. Elke stem telt!
2026-12-12 12:00 ⇐ P MIDDAG! Zaterdag 12 december 12:00 stipt: groepsfoto
2026-11-25 19:00 UTC ⇐ P Fleet op Wed 25 Nov, form up 18:45, undock 19:00 UTC
2026-12-04 20:00 ⇐ T Terugkerende vraag 🙃 ¦ D V: Wanneer is de volgende D&D?⏎A: vrijdag 4 december om 20:00!
weekly 5 20:00 ⇐ T Saturday Night Cinema 🍿 ¦ D Every Saturday 8PM. This week: Alien (1979), 117 min.
none ⇐ P Level 10 unlocked at 3:45 AM, send help
ask ⇐ P Vrijdag of zaterdag om 20:00 filmavond, stem hieronder
2026-12-05 10:00 ⇐ P Opruimactie 5/12, 10-12u, handschoenen zijn voorzien
none ⇐ P (edited) old post: meeting on 3 Nov 19:00
2026-12-03 20:00 ⇐ P Reminder dat we **donderdag 3/12** weer samenkomen! 20:00 stipt, anders zonder jou 😉
none ⇐ P Raids used to be Tuesday 20:00, now we're on a break till further notice
2026-11-30 09:00 ⇐ P Kick-off Q1: ma 30 nov, 9.00-10.30 u, Teams
ask ⇐ P Giveaway winner drawn 30/11 20:00, react with 🎉 to enter
2026-12-12 19:00 ⇐ T Pen & paper ¦ D Sat 12th Dec 19.00 (doors 18.30), Café Central, €3
ask ⇐ P Stream Friday!! time depends on work, prob 20:00 or 21:00
`

/** As untidy as communities write; the form of a row is told in `row.ts`. */
export const WILD = `
2026-11-28 18:00 ⇐ T ⚔️ Guild Wars ⚔️ ¦ D Greetings warriors!⏎⏎Our next war begins on **Saturday, November 28th** at **18:00**.⏎Last war we won 5-3 and reached rank 12.⏎⏎Requirements: lvl 40+
2026-12-04 20:00 ⇐ T Movie night poll result ¦ D You voted for Inception (12 votes, 60%)!⏎We watch it Friday 4 December at 20:00.
weekly 3 18:30 ⇐ T Chess club ♟️ ¦ D Thursdays 18:30–20:30⏎First visit is free. Bring your own board if you have 1.
2026-11-25 20:00 America/New_York ⇐ P going live wednesday 8pm est w/ @someone, we do 3 hours of hardcore runs
2026-12-12 09:00 @ Antwerp Central Station ⇐ T Day trip ¦ F Departure = Saturday 12 December, 09:00 ¦ F Return = 19:30 ¦ F Meeting point = main hall ¦ F Location = Antwerp Central Station
2027-01-08 19:30 ⇐ T Nieuwjaarsdrink 🥂 ¦ D Vrijdag 8 januari om 19u30⏎Breng €5 mee. RSVP voor 1 januari!
2026-12-07 18:00 ⇐ P Herinnering: maandag 7/12 om 18u training i.p.v. dinsdag
2026-11-29 14:30 ⇐ T Voetbal ⚽ FC Dal – SK Berg ¦ D Zondag 29/11 – 14:30⏎Vorige keer wonnen we met 3-1
2026-12-10 16:00 ⇐ P Office hours Thu 10 Dec 4-5pm, bring your questions!
weekly 0123456 20:00 ⇐ P Every night at 8pm we run dailies, hop in voice
2026-12-16 19:00 ⇐ T Trading room 📈 ¦ D Topic: FOMC 101⏎When: Wed, Dec 16 @ 7pm⏎Entry: free⏎Targets from last week: 1.0850 / 1.0920 hit
2026-12-01 21:00 ⇐ P patch 2.4.0 drops 1 dec 21:00, hype!!
2026-12-19 15:00 ⇐ T Kerstfeest scouting ¦ D Wanneer? Zaterdag 19 december⏎Hoe laat? 15:00 tot 18:00⏎Wat meebrengen? Een cadeautje van max 5 euro
2026-11-27 21:00 ⇐ P 🗣️ Karaoke friday!! starts 9PM sharp
2026-12-11 20:00 ⇐ T Comedy night ¦ D Fri 11.12.2026, 8 p.m.⏎Tickets €15 (€12 members)
2026-12-05 13:00 ⇐ T Repair Café ¦ D Eerstvolgende repair café: zaterdag 5 december, 13.00-16.00 uur
weekly 14 19:00 ⇐ P Training op dinsdag en vrijdag om 19:00, elke week!
2026-12-21 17:00 Europe/London ⇐ P Q&A with the author on 21/12/26 at 5pm GMT/UK time
2026-12-02 19:00 ⇐ T MEETING ¦ D DATE: WEDNESDAY 2 DECEMBER 2026⏎TIME: 19:00 HRS
2026-12-31 20:00 ⇐ P NYE stream!!! dec 31st 8pm till we drop lol
2026-11-26 15:30 ⇐ T Sprint review ¦ D Thursday, 15:30 – 16:00⏎Agenda:⏎- 2.4.0 release (10 min)⏎- bugs (15 min)⏎- Q&A
2027-03-14 11:00 ⇐ T Paasontbijt? ¦ D Nee, gewoon brunch: 14 maart 2027, 11u
2026-12-13 19:00 ⇐ P Rehearsal dinner stream on the 13th of December, 7 in the evening
2026-12-08 20:00 ⇐ T Maandelijkse boekenclub ¦ D Deze maand: dinsdag 8 december, 20:00
2026-11-30 19:00 ⇐ P Moved: the council is now on Monday 30 November at 19:00 instead of Friday
2026-12-15 18:00 UTC ⇐ T Devs' AMA ¦ D Dec 15, 2026 18:00 UTC / 10:00 AM PST / 1:00 PM EST
2026-12-18 23:59 ⇐ P At 23:59 on 18 December the portal opens. Be there.
2026-12-24 20:00 ⇐ T Kerstavond ¦ D donderdag 24 december⏎8 uur 's avonds⏎bij ons thuis
2026-11-24 19:00 ⇐ P Morgenavond 19:00 oefenmatch tegen de buren!
2026-12-20 10:00 ⇐ T Fietstocht ¦ D Afspraak zo 20 dec om 10 uur aan de kiosk
none ⇐ P Nieuwe openingsuren: maandag 9:00-12:00, dinsdag gesloten
none ⇐ P Our record is 5 Dec 2025, 20:14, by Anna
none ⇐ P Uptime 99.9%, last outage 12 Nov 2026 14:02 UTC
none ⇐ P Dividend ex-date 4 December, pay date 18 December
none ⇐ P The trailer for March 5 was released at 18:00 today
none ⇐ T Level up! ¦ D GG @bob, you reached level 12 at 20:15
none ⇐ P Wordle 1,254 4/6
none ⇐ P Can someone trade shifts with me on Friday? 14:00-22:00
none ⇐ P Reaction roles: 1️⃣ red 2️⃣ blue 3️⃣ green
none ⇐ T Weather ¦ D Monday 12°/4°, Tuesday 10°/3°, sunset 16:45
none ⇐ P De livestream van zaterdag 21 november 20:00 is terug te kijken
none ⇐ P Inschrijvingen geopend tot en met 15 december 2026 om 12:00
none ⇐ P Beste wensen voor 2027!
none ⇐ P Sale starts at 50% and goes up every day
none ⇐ P Reminder to drink water every day at least 8 times
none ⇐ P Not sure yet if we play Friday 20:00 or Sunday 20:00, poll below
none ⇐ P Ping 19:30 ms average, jitter 3-5
none ⇐ P This week's winners: Monday Anna, Tuesday Bob, Wednesday Cas
none ⇐ P Contract valid 01/12/2026 - 31/12/2026, support 9:00-17:00
none ⇐ P The bank holiday is 25/12
`

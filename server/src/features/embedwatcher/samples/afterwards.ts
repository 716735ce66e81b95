/** Written when the parser was first finished and not learned from then; the form of a row is in `row.ts`. */
export const AFTERWARDS = `
2026-11-28 19:00 ⇐ T 🏰 Castle Siege ¦ D Siege window opens Saturday @ 19:00, be in voice by 18:45!
2026-12-09 18:30 @ Room 4.12 ⇐ T Python study group ¦ F Date = Wednesday, December 9, 2026 ¦ F Time = 6:30 PM - 8:00 PM ¦ F Location = Room 4.12
weekly 1 20:00 ⇐ P Taco Tuesday stream, every tuesday 8pm 🌮
2026-12-12 11:00 ⇐ T Wintermarkt ¦ D Kom naar de wintermarkt op zaterdag 12 december van 11u tot 18u!
2026-11-25 21:00 ⇐ P heads up: wed 25 nov, 21:00, emergency officer meeting
2027-02-27 14:00 Europe/London ⇐ T Book signing ¦ D Meet the author 27/02/2027 2pm UK time. Books £10.
2026-12-02 19:30 ⇐ T Ouderavond ¦ D Beste ouders, op woensdag 2 december verwachten we u om 19.30 uur in de aula.
weekly 04 17:30 ⇐ T Bootcamp 💪 ¦ D Maandag en vrijdag, elke week om 17:30
2026-12-19 22:00 America/New_York ⇐ P DJ set on 12/19 at 10pm EST, come vibe
2026-12-05 15:00 ⇐ T Retro LAN 🖥️ ¦ D **Wat:** Quake 3⏎**Wanneer:** za 5 dec, 15:00 - 23:00⏎**Meenemen:** laptop
2026-11-30 18:00 ⇐ P Monday (30/11) 6pm: Q&A with our new lead dev
2026-12-15 09:00 UTC ⇐ T Token launch 🚀 ¦ D We launch on December 15th at 09:00 UTC. 10,000 tokens, price 0.05
2026-11-26 20:00 ⇐ T Horror night 👻 ¦ D Thursday we play Phasmophobia! Starting at 20:00, max 4 per lobby
2026-12-06 09:30 ⇐ P Zondagochtend 6 december 9u30: ontbijtrit met de motorclub
weekly 56 14:00 ⇐ P Scrims every Saturday and Sunday at 14:00, sign up in #scrims
2026-12-18 20:00 ⇐ T Xmas special ¦ D Date: 18.12.26⏎Start: 20:00⏎End: 22:30
2027-01-04 10:00 ⇐ T Course starts again ¦ D Happy holidays! Classes resume on Monday 4 January 2027 at 10:00.
2026-11-24 16:00 ⇐ P tomorrow 4pm: trying out the new map, join if you want
2026-12-23 19:00 @ Stage channel ⇐ T Talent show 🎭 ¦ D 📅 23 December⏎⏰ 7 PM⏎📍 Stage channel⏎🎁 Nitro for the winner
weekly 2 19:45 from 2027-01-06 ⇐ T Cursus Spaans ¦ D Elke woensdag 19:45-21:15, vanaf 6 januari 2027. Kostprijs 120 euro.
2026-12-13 16:00 ⇐ P Kampioenswedstrijd zondag 13/12 om 16u00, supporters welkom!
2026-12-04 17:00 ⇐ P Friday Dec 4th we close the week with pizza at 17:00
2026-12-11 19:00 ⇐ T Investor night ¦ D Fri, Dec 11 · 7:00 PM⏎Speakers: 3⏎Last year 200 people came
2026-11-29 21:15 ⇐ P Vanaf 21u15 zondag live: recap van de week
2026-12-08 12:00 Etc/GMT-2 ⇐ T Call ¦ F When = 8 Dec 2026 12:00 UTC+2
weekly 01234 08:45 ⇐ T Stand-up ¦ F Repeats = weekdays ¦ F Time = 08:45
2026-12-10 20:00 ⇐ P Voor wie het nog niet wist: donderdag 10 december, 20:00, quiz in de kroeg!
2026-12-17 18:00 ⇐ T Graduation 🎓 ¦ D Thursday 17 December 2026 - doors 17:30 - ceremony 18:00
none ⇐ P Yesterday's raid took from 20:00 to 23:45, new record
none ⇐ P Promo code WINTER27 works until 31/12/2026 23:59
none ⇐ P v3.1.12 fixes the crash from Friday
none ⇐ P Ajax - PSV 2-1 (0-1), goal 89:30
none ⇐ P Bestellen kan nog tot donderdag 26 november om 17:00
none ⇐ T Starboard ¦ D Posted by Anna ¦ B 20/11/2026 18:22
none ⇐ P Happy Monday all! Coffee first ☕
none ⇐ P New emote pack, 20 emotes, 4:3 and 16:9 wallpapers
none ⇐ P De training van vanavond 19:00 is afgelast wegens sneeuw
none ⇐ P Thank you all for joining the stream on Sunday, next one soon
none ⇐ P Every time I play this at 3:00 I regret it
none ⇐ P Support is available Monday to Friday from 9:00 to 17:00
none ⇐ P Which day works best for you? Friday or Saturday, 20:00 or 21:00?
none ⇐ P Your trial ends on 5 December 2026 at 12:00
none ⇐ P Server age: created on 14 February 2021, 10:30
none ⇐ T Market update ¦ D EURUSD 1.0830, gold 2650, CPI came in at 2.4 on 13/11
none ⇐ P Wie heeft er vrijdag tussen 14:00 en 16:00 tijd om te helpen sjouwen?
`

/** What is no event, or too unclear to act on without asking; the form of a row is told in `row.ts`. */
export const NONE = `
none ⇐ P Big sale! Everything 20% off until 5 March 2027 23:59.
none ⇐ P Version 2.4.0 is out now 🎉
none ⇐ P We won 3-2 last Friday! What a match.
none ⇐ P Call us on 02 555 12 34 or +32 470 12 34 56
none ⇐ T Patch notes 1.12.5 ¦ D - Fixed a crash at 12:30⏎- Cooldown is now 1:30⏎- Added 15/16 maps
none ⇐ P Thanks everyone for coming to last Friday's party, it was great from 20:00 till 3:00!
none ⇐ P Every day is a gift. Have a lovely day ❤️
none ⇐ T Tickets ¦ D Tickets on sale until 5 March 2027
none ⇐ T News ¦ D Published 12/01/2027 14:00 by the editors
none ⇐ T Poll: which game next? ¦ D Vote before Friday 20:00!
none ⇐ F Update: = 15/01/2027 14:00
none ⇐ D Update: 15/01/2027⏎Lifetime: 14:00
none ⇐ P We are open 24/7!
none ⇐ P Congrats to <@123456789012345678> for reaching level 15!
none ⇐ P The server was down yesterday between 14:00 and 15:30. Sorry for that.
none ⇐ P Happy birthday! 🎂 May all your wishes come true.
none ⇐ P New rule: no spam. You may post 1 link per day.
none ⇐ T Leaderboard ¦ D 1. Anna 12:45⏎2. Bob 13:02⏎3. Cas 13:30
none ⇐ P Price is now 19.30 euro, was 24.99
none ⇐ P Raid when? I can do any day after 8
none ⇐ T Time: 14:00 ¦ D See you then
none ⇐ P Game night on 15 January 2027! Time to be announced.
none ⇐ T Old news ¦ D Date: 05/03/2020⏎Time: 19:30
none ⇐ D Date: 31/02/2027⏎Time: 19:00
none ⇐ D Date: 15/01/2027⏎Time: 27:30
none ⇐ T Applications open ¦ D Apply by 1 December 2026, 18:00 to become a moderator.
none ⇐ P Deadline: 15/01/2027 23:59 for the photo contest entries
none ⇐ P Inschrijven kan tot vrijdag 27 november 20:00
none ⇐ P Uiterlijk 5 december 18:00 betalen aub
none ⇐ P Elke dag een beetje beter, dat is het motto
none ⇐ P Afgelopen zaterdag om 20:00 speelden we gelijk: 2-2
none ⇐ P Bedankt voor de leuke avond van vrijdag 20 november!
none ⇐ P Vorige week maandag hebben we 500 leden bereikt!
none ⇐ P Korting van 10% t/m zondag 29 november 23:59
none ⇐ T CANCELLED: raid night ¦ D The raid on Friday 27 November at 20:00 is cancelled.
none ⇐ T Afgelast ¦ D De training van dinsdag 24 november 19:00 gaat niet door.
none ⇐ P Posted on 2026-11-20 at 10:00
none ⇐ P Ratio is 16:10, resolution 1920x1080, 60 Hz
none ⇐ P John 3:16 is my favourite verse
none ⇐ P Sessions are on 5 December 19:00 or 12 December 20:00, we have not decided yet
none ⇐ P The shop is closed from Monday until Wednesday
none ⇐ T Rules updated ¦ D Last update: 12/01/2027 14:00
none ⇐ P My cat is 9/10 cute
none ⇐ P IP: 192.168.1.10:3000, port 25565
none ⇐ P We meet every other Monday at 19:30
none ⇐ P Every first Friday of the month at 20:00 we have drinks
none ⇐ P Maandelijks overleg, elke eerste maandag van de maand om 20:00
none ⇐ P Maybe a movie night soon? 🍿
none ⇐ P gm everyone, it is monday again 😴
none ⇐ P See the recording from Thursday 19 November 20:00 here: https://example.org/v/1
none ⇐ P Our bot has been up since 12/01/2026 14:00
none ⇐ P Roll 2d6+3, on 12 or more you win. 10/10 would roll again
none ⇐ P 15:30 left on the clock, we were leading 21-14
none ⇐ P Results: Team A 12:30, Team B 14:05, Team C DNF
none ⇐ T Giveaway 🎁 ¦ D Ends: 28/11/2026 20:00⏎Winners: 3
none ⇐ T Giveaway ¦ D Ends in 2 days (<t:1795000000:R>)
none ⇐ P Invoice 2026-12-05 paid, total 19:30 minutes of support
none ⇐ P BTC hit 100k at 14:30 today, wow
none ⇐ P Signal: long EURUSD 1.05/1.07, SL 1.04, valid until Friday 22:00
none ⇐ P I was born on 5 March 1990 at 7:05
none ⇐ T Server restart finished ¦ D Restarted on 23 November 2026 at 11:00, all good.
none ⇐ P Next stream: TBA, next week probably
none ⇐ P Copyright 2019-2026, all rights reserved
none ⇐ P Order #15012027 shipped, ETA 3-5 days
none ⇐ P Chapter 5 of March of the Machines, pages 19-30
none ⇐ P Season 2 episode 5, 45:30 long
none ⇐ P Weekdays are hard. Weekends are better.
none ⇐ P Een weekendje weg? Boek nu vanaf 199 euro p.p.
none ⇐ P Het was gisteren om 20:00 super gezellig
none ⇐ P Nog 5 plaatsen vrij, wie doet er mee?
none ⇐ P Speeltijd: 2:30, spelers: 2-4, leeftijd 12+
none ⇐ P Our office hours will change in the new year, stay tuned
none ⇐ P Playtime: 19:30 hours on record since Friday
none ⇐ T Job: backend developer ¦ D 40 h/week, flexible 9:00-17:00, start January 2027
`

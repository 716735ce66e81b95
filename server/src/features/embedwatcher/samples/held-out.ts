/** Put aside before it was read by the parser, of which nothing is ever changed for one of these; form: `row.ts`. */
export const HELD_OUT = `
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

/** Put aside before it was read by the parser, of which nothing is ever changed for one of these; form: `row.ts`. */
export const HELD_OUT = `
2026-11-27 19:00 ⇐ T Retro night 🕹️ ¦ D Fri 27 Nov, 7 PM. We're hooking up the old N64, four controllers, first come first served.
none ⇐ P De technieker komt morgen tussen 8:00 en 12:00 langs voor de wifi
2026-12-05 15:00 ⇐ P Zaterdag 5 december om 15u spelen we de bekermatch tegen VK Oost, iedereen supporteren!
none ⇐ P My plane lands on Friday at 16:25, home around six
2026-12-02 18:00 ⇐ T Coding dojo ¦ F When = Wed 2 Dec, 18:00–20:00 ¦ F Level = beginner ¦ F Language = Python 3.14
2026-12-12 20:00 @ Zaal Concordia ⇐ T Kerstconcert harmonie ¦ D Zaterdag 12 december 2026⏎20.00 uur (zaal open 19.30 uur)⏎Plaats: Zaal Concordia⏎VVK € 10, ADD € 12
none ⇐ P The API returns cached data, refreshed every hour; full rebuild every night at 02:30
weekly 3 19:30 ⇐ P Elke donderdag om 19u30 komen we samen om te breien en te babbelen 🧶
none ⇐ P 3 wins, 2 losses, 1 draw. Last game finished 21:47
2026-11-24 17:00 ⇐ P Tomorrow at 5pm the new skins go live in the shop, we'll be opening a few on stream
2026-12-09 19:00 America/Chicago ⇐ T Parent info night ¦ D Wednesday, December 9 at 7:00 PM CDT in the gym.
none ⇐ P Graag betalen vóór 15 december 2026, 12:00 uur via de penningmeester
2026-12-18 21:00 ⇐ P ❄️ SNOWBALL ❄️ 18/12 - 21u - dj Marco - vvk 5 eur
ask ⇐ P Game night: Friday 20:00 or Saturday 20:00? Emoji below 👇
2026-12-06 10:00 ⇐ P Zondagsrit 6/12, vertrek 10u stipt aan café De Sportvriend, ± 65 km
none ⇐ P Opgelet: parkeerverbod in de Stationsstraat op dinsdag 1 december van 7:00 tot 17:00
2026-11-30 18:30 ⇐ T Rookie practice ¦ D Monday 30 November - 6.30pm to 8pm - all new members please attend
none ⇐ P Nice, the bug where events showed 00:00 on 1/1 is gone
2026-12-11 20:30 Europe/London ⇐ P Pub quiz Friday 11th December, 8.30pm UK time, teams of up to 6
weekly 5 21:00 ⇐ T Saturday Sillies ¦ D Every Saturday at 9 PM we play the dumbest games on Steam.
none ⇐ P Temperature dropped to -2 at 7:15 on Sunday morning, brr
2026-12-15 20:00 ⇐ T Raadsvergadering ¦ D Datum: 15-12-2026⏎Tijd: 20:00 uur⏎Agenda: begroting 2027, punt 1 t/m 7
2026-12-04 19:00 ⇐ P Our first ever art auction is on Friday, Dec 4 at 7 pm! Catalogue in #art
none ⇐ P Level cap raised to 80, xp event ended on Sunday 22 November at 23:59
2026-12-10 12:00 ⇐ P Thursday 10 December, noon: moment of silence on stage
ask ⇐ P Probeer vrijdag om 20u te komen, anders doen we het zaterdag om 20u
2027-01-17 14:00 ⇐ T Nieuwjaarsduik 🌊 ¦ D zondag 17 januari 2027 / 14u / strand Oostende⏎Inschrijven tot 10 januari
none ⇐ P Voted best server of 2025 🏆 on 12/11, thank you!
2026-11-26 21:00 ⇐ P thurs 9pm cet fortnite customs, code: stormy
none ⇐ P Vuilnisophaling verschoven naar woensdag, zet je zak buiten na 20:00
2026-12-19 18:30 ⇐ T Kersteten ploeg ¦ D za 19/12 om 18.30u bij Pizzeria Roma. Laat voor 12/12 weten of je komt.
2026-12-01 16:00 UTC ⇐ P Deploy freeze lifts with release 5.0 on Dec 1 at 16:00 UTC, join the launch call!
none ⇐ P If the site is slow between 20:00 and 22:00 on Fridays, that's the backup job
weekly 1 18:00 ⇐ P Drawing class on Tuesdays, 6 to 8pm. All levels.
2026-12-13 15:30 ⇐ P Zo 13 dec 15.30 u: voorleesuurtje in de bibliotheek (4-8 jaar)
none ⇐ P He streamed for 14 hours straight, from Saturday 10:00 to midnight. Legend.
2026-12-17 19:00 ⇐ T Wine & paint ¦ D Thursday, 17 Dec⏎7PM – 9:30PM⏎$40 incl. materials⏎Only 6 seats left!
none ⇐ P Opening ticket office: Wed 14:00-18:00, Sat 10:00-12:00
2026-12-05 20:00 ⇐ P PvP tourney this weekend!! Sat 5 dec 20:00, 1v1, best of 5, winner takes 500g
2026-12-08 20:15 ⇐ P dinsdag 8 december kwart over acht 's avonds: sterrenkijken op het dak, warme kleren!
`

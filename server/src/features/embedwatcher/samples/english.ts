/** Events announced in English; the form of a row is told in `row.ts`. Labelled before the parser read them. */
export const ENGLISH = `
2026-11-27 20:00 ⇐ T Raid night ¦ D We raid this Friday at 20:00. Bring flasks and be on time!
2026-11-28 19:30 @ Voice channel 2 ⇐ T 🎮 Game Night! ¦ F 📅 Date = Saturday 28 November ¦ F ⏰ Time = 7:30 PM ¦ F 📍 Where = Voice channel 2
2026-12-10 18:00 UTC ⇐ T Book club: Dune ¦ D **When:** 10 December 2026, 18:00 UTC⏎**Pages:** 1-120
2027-01-14 15:00 America/New_York ⇐ T Live trading webinar ¦ D Join us on January 14th, 2027 at 3:00 PM EST for a live look at the open.
2026-11-24 21:00 ⇐ P Stream tomorrow at 9pm, see you there ❤️
weekly 2 21:00 ⇐ T Weekly dungeon run ¦ D Every Wednesday at 21:00. No sign-up needed.
weekly 01234 09:15 ⇐ T Daily stand-up ¦ D Weekdays 09:15 in the office channel
weekly 13 20:00 ⇐ P Guild practice is every Tuesday and Thursday, 20:00 - 22:00. Be there!
2026-12-05 14:00 @ Central Park, north gate ⇐ T Community meetup ¦ F Date = 05/12/2026 ¦ F Time = 14:00 ¦ F Location = Central Park, north gate
2026-12-31 23:00 ⇐ T New Year's Eve party 🎉 ¦ D 31 December, from 23:00 until late!
2027-01-15 09:00 ⇐ T Town hall ¦ D Starts <t:1800000000:F> (<t:1800000000:R>)
2026-11-25 18:30 ⇐ T Study group ¦ D ‵‵‵⏎Date: 2026-11-25⏎Time: 18:30⏎‵‵‵
2026-12-01 19:00 ⇐ T Art jam ¦ D > Date: 1 Dec⏎> Time: 19:00-21:00⏎> Theme: winter
2026-11-29 16:00 Europe/London ⇐ T Chess tournament ¦ D Sunday 29 November, 4pm UK time. Swiss, 5 rounds, 10+5.
2026-12-12 20:00 ⇐ T Movie night: Die Hard ¦ D ~~Friday 11 December~~ Saturday 12 December, 20:00
weekly 4 22:00 ⇐ T Friday Night Fights ¦ F Days = Friday ¦ F Time = 22:00
2026-11-26 17:00 ⇐ T Office hours ¦ D this thursday, 17h00
2026-12-04 20:00 ⇐ P Reminder: next Friday at 20:00 we play D&D again!
2026-11-24 19:00 ⇐ T AMA with the devs ¦ D Tomorow evening at 7, in the stage channel.
2026-12-02 20:30 ⇐ P 🔔 Wendesday 2 December 20:30 – tryouts for the B team
2027-02-13 10:00 ⇐ T Charity stream ¦ D 24 hours of games! Starts Saturday, February 13, 2027 at 10:00 AM.
2027-03-05 19:30 ⇐ T Concert ¦ D Friday 5 March 2027⏎Doors 18:30⏎Start 19:30
2026-12-19 13:00 ⇐ T LAN party ¦ F Start = 19/12/2026 13:00 ¦ F End = 20/12/2026 18:00
2026-11-27 18:00 America/Los_Angeles ⇐ T Speedrun race ¦ D Friday Nov 27 @ 6pm PST / 9pm EST
2026-12-06 15:00 ⇐ T Tea & knitting ☕ ¦ D Sunday, December 6th from 3 to 5 pm
2026-11-30 12:00 ⇐ P Lunch & learn next Monday at noon. Topic: vector databases.
weekly 0123456 08:00 ⇐ P Good morning run! Daily at 8am, meet at the fountain.
weekly 56 10:00 ⇐ P Weekend warriors: weekends at 10:00 we farm together.
weekly 024 07:00 ⇐ T Yoga ¦ D Days: mon, wed, fri⏎Time: 7:00 AM
2026-12-08 19:00 Etc/GMT-1 ⇐ T Webinar: Options 101 ¦ D Date: 08/12/2026⏎Time: 19:00 GMT+1
2027-01-20 20:00 Europe/Amsterdam ⇐ T Q&A ¦ F When = 20 January 2027 20:00 (Europe/Amsterdam)
2026-12-03 20:00 Europe/Amsterdam ⇐ P We go live on 3 December at 8 pm Amsterdam time 🔴
2026-12-25 12:00 ⇐ T Christmas brunch ¦ D Date: 12/25/2026⏎Time: 12:00
2027-05-01 11:00 ⇐ T Spring BBQ ¦ D Save the date! May 1st 2027, 11:00. Bring friends.
2026-11-28 21:00 ⇐ P @everyone Saturday 21:00 EU raid, 25 slots, react ✅ to sign up
2026-12-15 19:45 ⇐ T Pub quiz #12 ¦ D When? Tuesday 15 December, 19:45⏎Where? ask the host
2026-12-11 20:00 @ https://twitch.tv/example ⇐ T Going live ¦ F 🗓️ When = Fri 11 Dec, 20:00 ¦ F 📍 Location = https://twitch.tv/example
2026-11-23 20:00 ⇐ P Tonight at 8! Mythic+ push, LFM healer
2026-11-23 22:30 ⇐ P raid today 22:30 be ready 15 min before
weekly 6 18:00 ⇐ P Sundays at 6 PM: family dinner voice chat 🍝
weekly 1 19:00 from 2027-01-05 ⇐ T Beginners' course ¦ D Every Tuesday at 19:00, starting 5 January 2027. Eight lessons.
weekly 0 20:00 from 2026-12-07 ⇐ T Season 4 league ¦ D Date: 07/12/2026⏎Time: 20:00⏎Days: Monday
2026-12-09 17:30 ⇐ P hey all, book club meets on the 9th of December at 17:30, we do chapters 4-7
2026-12-18 19:00 ⇐ T Ugly sweater contest ¦ D Friday the 18th of December - 19:00⏎Prize: €50 gift card
2026-11-26 20:00 America/New_York ⇐ T Dev talk ¦ D Thursday, 8:00pm ET. Recording will be posted later.
2027-01-09 14:00 @ Library, room 3 ⇐ P Meetup! 09.01.2027 at 14:00⏎📍 Library, room 3
2026-12-05 20:00 ⇐ T Minecraft build battle ¦ D 📆 05 Dec 2026 | 🕗 20:00 | 🏆 3 prizes
2026-12-20 16:00 ⇐ T Secret Santa reveal 🎅 ¦ D on Sunday 20/12 at 16:00
2026-11-25 20:00 ⇐ T Karaoke ¦ D *this Wednesday* at __20:00__!
2026-12-01 18:00 ⇐ T Onboarding for new moderators ¦ D Date & time: Tuesday 1 December 2026 at 18:00⏎Duration: 45 minutes
2026-11-28 17:00 UTC ⇐ T Server event ¦ D Saturday 28th November⏎17:00 UTC⏎(18:00 CET)
2026-11-27 19:00 ⇐ T Poker night ¦ D Friday at 19:00, buy-in 500 chips, max 9 players ¦ B All times CET
2026-12-14 09:30 ⇐ P Kick-off meeting Monday Dec 14, 9:30. Slides: https://example.org/2026-12-10/slides
2026-12-16 20:00 ⇐ T Patch 2.4.0 launch party ¦ D To celebrate patch 2.4.0 we party on 16 December 2026 at 20:00.
2026-12-04 21:00 UTC ⇐ P [EVENT] Friday 4th Dec – 21:00 server time (UTC) – Conquest of the North
2027-01-31 10:00 ⇐ T Game jam 🕹️ ¦ D From 31 January 10:00 to 2 February 10:00 (48h)
2026-11-28 20:00 ⇐ T Saturday Night Live 🎤 ¦ D When: Saturday⏎Time: 8PM
2026-12-07 19:00 @ Stage ⇐ T Trading recap & outlook ¦ F Date = 7 Dec 2026 ¦ F Time = 19:00 ¦ F Where = Stage
weekly 3 20:30 UTC ⇐ T Alliance council ¦ D Weekly on Thursday, 20:30 UTC. Officers only.
2026-11-25 14:00 @ Room B.204 ⇐ D Date: tomorrow + 1 = **25/11/2026**⏎Time: 14:00⏎Location: Room B.204
2026-12-30 18:00 ⇐ T Year review ¦ D Let's look back at 2026 together: 30-12-2026, 18:00
2026-12-06 10:00 ⇐ T Hike ¦ D Sunday 6 December. We leave at 10:00 sharp, lunch at 12:30, back by 16:00.
2026-11-24 13:00 ⇐ P Quick sync tmrw 13:00?
2027-04-10 12:00 ⇐ T Spring championship ¦ D Registration closes 1 April 2027.⏎The championship starts on 10 April 2027 at 12:00.
2026-12-02 16:00 ⇐ T Workshop: Docker ¦ D Sign up before Monday!⏎**Wednesday, 2 December · 16:00**
2026-12-17 19:00 ⇐ T Members' meeting ¦ D 17th December 2026, 7 p.m.
weekly 0123456 21:00 ⇐ T Boss timer ¦ D World boss spawns every day at 21:00, meet at the gate
2026-11-29 11:00 ⇐ P Sun 29 Nov 11:00 – Sunday league matchday 9
2026-12-24 00:00 ⇐ T Drop ¦ D The new collection drops on 2026-12-24 00:00. Set an alarm!
2026-12-22 20:15 ⇐ T F1 watch party ¦ D Date : 22/12/26⏎Time : 20.15
2026-12-13 18:00 ⇐ T Hanukkah lights 🕎 ¦ D **DATE** → 13 December 2026⏎**TIME** → 18:00
2027-06-19 15:00 ⇐ T Anniversary ¦ D Date⏎19 June 2027⏎Time⏎15:00
2026-12-03 19:30 Europe/Paris ⇐ P French table, Thursday 3 December, 19h30 Paris time
`

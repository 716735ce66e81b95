/** Harder ones, of every kind and in both languages; the form of a row is told in `row.ts`. */
export const FURTHER = `
2026-11-28 20:00 ⇐ P **📢 RAID TONIGHT MOVED 📢** the raid was moved to Saturday 20:00, sorry for the short notice!
2026-12-03 19:00 @ <#123456789012345678> ⇐ T Community call ¦ F When = Thu, 3 Dec 2026, 19:00 – 20:00 ¦ F Where = <#123456789012345678>
2026-12-05 18:00 America/New_York ⇐ P 🚨 TOURNAMENT 🚨⏎📅 December 5, 2026⏎🕕 6:00 PM EST⏎💰 $100 prize pool⏎👥 32 teams
weekly 5 15:00 UTC ⇐ T Saturday Scrims ¦ D Every Saturday @ 3pm UTC. Check-in opens 2:30pm.
2026-11-24 18:00 ⇐ P Hey @everyone! Tomorrow we're hosting our very first AMA at 18:00 CET. Drop your questions in <#123456789012345678>!
2026-12-12 21:00 ⇐ T 𝐌𝐨𝐯𝐢𝐞 𝐍𝐢𝐠𝐡𝐭 ¦ D 𝐃𝐚𝐭𝐞: 12/12/2026⏎𝐓𝐢𝐦𝐞: 21:00
2026-12-01 20:00 ⇐ T Event ¦ D • Date: Tuesday, 1st of December⏎• Time: 8:00 PM - 10:00 PM⏎• Host: <@123456789012345678>
2027-02-01 19:00 UTC ⇐ T Crypto 101 webinar ¦ D Monday 1st February 2027 | 7PM GMT | Zoom | Free
2026-11-30 20:00 ⇐ P Next week Monday 20:00: town hall with the council
weekly 14 20:30 ⇐ T Raid schedule ¦ D Raid days: Tue & Fri⏎Raid time: 20:30 - 23:30 server time
2026-12-20 14:00 ⇐ T Kerstwandeling ¦ D We vertrekken op zondag 20 december om 14u aan de kerk, einde rond 17u.
weekly 3 19:30 from 2026-12-03 ⇐ P Vanaf donderdag 3 december trainen we elke donderdag om 19.30 uur
2026-11-25 19:00 ⇐ P Wie gaat er woensdag mee bowlen? We spelen om 19:00!
2026-12-06 13:00 ⇐ P Sinterklaas komt langs op 6/12 om 13u! 🎅
2026-12-10 20:00 ⇐ T Webinar "Beleggen voor beginners" ¦ D 🗓 10 december 2026⏎⏰ 20:00 uur⏎💻 Online via Zoom⏎Aanmelden kan tot 9 december
2026-11-27 17:00 ⇐ P Borrel! Vrijdag vanaf 17.00 uur, eerste drankje gratis 🍺
2026-12-14 19:00 ⇐ T Algemene ledenvergadering ¦ D Datum en tijd: maandag 14 december, 19:00 uur (inloop 18:30)
none ⇐ P Aanmelden kan tot 9 december 20:00 via de site
none ⇐ P We zijn open van maandag t/m vrijdag van 9:00 tot 17:00
none ⇐ T Update 3.2.1 ¦ D Released 23/11/2026. Downtime was 20:00-21:00.
none ⇐ P Scores vrijdag: Rood 3 - 2 Blauw, Geel 1-1 Groen
none ⇐ P Recap of Saturday 21 November: we cleared the dungeon at 22:30, gg all
none ⇐ P The event took place on Sunday 29 March 2026 at 12:00
none ⇐ P Reminder: submissions close Sunday 29 November at 23:59 CET!
none ⇐ P Early bird tickets available until December 1st, 12:00
none ⇐ P Patch 1.20.4 drops soon™
none ⇐ P If you have any questions between 9:00 and 17:00, ping a mod
none ⇐ P Quiet hours are 22:00-07:00 daily
none ⇐ P I'm usually online around 8pm
none ⇐ T Warn ¦ F User = bob#1234 ¦ F Date = 23/11/2026 11:58 ¦ F Reason = spam ¦ B ID: 123456789012345678
none ⇐ T Member joined ¦ D <@123456789012345678> joined. Account created: 12 January 2019 14:22
none ⇐ P Yesterday's stream VOD (Sunday 20:00) is up on YouTube
none ⇐ P Lost my keys on Friday 20 November around 18:00, anyone?
none ⇐ P 12/11 players signed up so far for the 20:00 slot
none ⇐ P Vote now: A) Friday 20:00 B) Saturday 20:00 C) Sunday 15:00
none ⇐ P Ticket prices: 15/12/10 euro, doors at 19:00
none ⇐ P Version 12.11.26 (build 20:15) is live
none ⇐ P Open tot 18:00, morgen gesloten
none ⇐ P Gisteren was de opkomst 15/20, vandaag 12/20
2026-12-05 10:00 Etc/GMT+5 ⇐ T Hackathon kickoff ¦ D Kickoff: 2026-12-05 10:00 UTC-5⏎Ends: 2026-12-07 10:00 UTC-5
2026-12-11 16:00 Asia/Kolkata ⇐ T Tech talk ¦ D 11th Dec 2026, 4:00 PM IST (UTC+5:30)
2026-12-24 18:00 ⇐ P On Christmas Eve, December 24, we'll be streaming from 6pm till midnight!
2027-01-01 00:00 ⇐ P New season starts 1 January 2027 at 00:00!
weekly 0 18:00 @ 12 ⇐ T Homework club ¦ F Day = Mondays ¦ F Time = 6 PM – 7 PM ¦ F Room = 12
2026-11-29 18:00 ⇐ P This Sunday, 6:00 p.m.: vigil for the fallen goldfish 🐟
2026-12-02 12:30 ⇐ T Lunch lecture ¦ D **Wed 2/12, 12:30-13:30**⏎Speaker: Dr. Jansen
2026-12-18 19:30 ⇐ T Winter concert ¦ D Friday, December 18 ⋅ 7:30 – 9:00pm
2026-11-24 20:00 America/New_York ⇐ P We're going live tomorrow night at 8 Eastern
2026-12-19 20:00 ⇐ T Afterparty ¦ D za 19/12 vanaf 20u @ De Kroeg
2026-11-26 21:00 ⇐ P LFG thursday 9pm, need 2 dps 1 healer
2027-01-23 14:00 @ Stadspark ⇐ T Zaterdag 23 januari: paintball ¦ D We verzamelen om 13:30, we beginnen om 14:00.⏎Plaats: Stadspark
2026-12-09 20:00 ⇐ T Wed Dec 9th, 8PM: Lore night
weekly 2 20:00 Europe/London ⇐ P Open mic every Wednesday night, 8pm UK time, all welcome 🎤
2026-12-13 20:00 ⇐ T Finals ¦ D <t:1797188400:F>⏎Be there at least 15 minutes early (19:45)!
2026-12-04 19:00 ⇐ T 🎲 Board games ¦ D Fri. 4 Dec. 2026 — 7 pm⏎~~Fri. 27 Nov. 2026 — 7 pm~~
2026-12-08 18:00 ⇐ T Q4 all-hands ¦ D Save the date: Tuesday, 8 December, 18.00 h
2026-11-28 15:00 ⇐ P meeting sat 3pm who's in
2026-12-31 21:00 ⇐ T Oudejaarsfeest ¦ D Donderdag 31 december, 21 uur tot 2 uur
2027-03-20 10:00 ⇐ P Ride-out 2027! Saturday March 20th, meeting 09:30, rolling out 10:00 sharp
2026-11-26 13:00 ⇐ P do 26/11 13u00 overleg bestuur
`

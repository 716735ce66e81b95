/** The announcements on which the former program was tried, with the right answers; the form of a row is in `row.ts`. */
export const APPENDIX = `
2027-03-19 00:30 ⇐ D Date: 19/03/2027⏎Time: 00:30
weekly 02 14:00 from 2027-01-15 @ HQ ⇐ F Date = 15/01/2027 ¦ F Time = 14:00 ¦ F Days = mon, wed ¦ F Location = HQ
weekly 02 14:00 from 2027-01-15 @ HQ ⇐ D Date: 15/01/2027⏎Time: 14:00⏎Days: mon, wed⏎Location: HQ
weekly 02 14:00 from 2027-01-15 @ HQ ⇐ D Date: 15/01/2027 / Time: 14:00 / Days: mon, wed / Location: HQ
none ⇐ D Time: 14:00
weekly 0123456 14:00 ⇐ D Time: 14:00⏎Days: daily
weekly 0 19:30 ⇐ D Join us every monday 19:30
2027-03-05 07:05 ⇐ D Date: March 5th 2027⏎Time: 7:05
2027-03-05 07:05 ⇐ D Date: 5 maart 2027⏎Time: 7:05
2027-05-05 07:05 ⇐ D Date: 5 mei 2027⏎Time: 7:05
2027-03-05 07:05 ⇐ D Date: 2027-03-05⏎Time: 07:05
2027-12-25 12:00 ⇐ D Date: 12/25/2027⏎Time: 12:00
2027-03-05 19:30 ⇐ D Date: 05/03/2027⏎Time: 7:30 PM
2027-03-05 19:30 ⇐ D Date: 05/03/2027⏎Time: 19h30
none ⇐ D Date: 05/03/2020⏎Time: 19:30
2027-01-05 19:30 ⇐ D Date: 05/01⏎Time: 19:30
2026-11-24 14:00 ⇐ T Meeting tomorrow ¦ D at 14:00
2026-11-24 14:00 ⇐ T Afspraak morgen ¦ D om 14:00
2026-11-25 14:00 ⇐ T Meeting this Wednesday ¦ D Time: 14:00
none ⇐ D Date: 31/02/2027⏎Time: 19:00
none ⇐ D Date: 05/03/2027⏎Time: 27:30
none ⇐ D Date: 31/02/2027⏎Time: 27:30
2027-01-15 19:30 @ Zaal 1 ⇐ D Datum: 15/01/2027⏎Tijd: 19:30⏎Locatie: Zaal 1
`

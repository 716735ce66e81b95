/** Questions and answers as communities have them, as many as are wanted, always the same. */
export interface ManyEntry {
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
  readonly language: 'en' | 'nl'
}

/** Numbers from 0 to 1 that follow from the seed (a linear congruential generator with the constants of Numerical Recipes). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Speech {
  readonly titles: readonly string[]
  readonly sentences: readonly string[]
  readonly acts: readonly string[]
  readonly things: readonly string[]
  readonly places: readonly string[]
}

const words = (text: string) => text.trim().split(/\s*,\s*/)

const ENGLISH: Speech = {
  titles: [
    'How do I {act} my {thing} of {name}?',
    'Where can I {act} a {thing} on {place}?',
    'Why can I not {act} the {thing} for {name}?',
    'What happens to my {thing} when I {act} {name}?',
    '{name} {thing}: can it be {act}ed on {place}?',
  ],
  sentences: [
    'Open {place}, choose {name} and press the button to {act} your {thing}.',
    'It takes up to three working days until the {thing} of {name} can be seen on {place}.',
    'If the {thing} is missing, ask a member of staff with the number of your order.',
    'Please do not {act} twice: every {thing} is looked at by a person.',
    'The {thing} and the {thing} can be used together, but not for {name}.',
    'You will receive a message on {place} as soon as somebody has had a look at it.',
  ],
  acts: words('refund, cancel, order, change, reset, upgrade, download, transfer, collect, unlock, confirm, restart'),
  things: words(
    'refund, password, gift card, subscription, order, ticket, invoice, role, badge, reward, account, address, discount, delivery, download, licence, warranty, payment, membership, tournament, level, character, server, channel',
  ),
  places: words('the website, Discord, the phone, the store, your profile, the forum, the launcher, the dashboard'),
}

const DUTCH: Speech = {
  titles: [
    'Hoe kan ik mijn {thing} van {name} {act}?',
    'Waar vind ik de {thing} voor {name} op {place}?',
    'Waarom kan ik de {thing} niet {act} met {name}?',
    'Wat gebeurt er met mijn {thing} als ik {name} wil {act}?',
    '{name}: kan de {thing} op {place} anders?',
  ],
  sentences: [
    'Open {place}, kies {name} en druk op de knop om je {thing} te {act}.',
    'Het duurt hoogstens drie werkdagen voordat de {thing} van {name} op {place} te zien is.',
    'Ontbreekt de {thing}, vraag het dan aan een medewerker en noem het nummer van je bestelling.',
    'Probeer niet twee keer te {act}: elke {thing} wordt door een mens bekeken.',
    'De {thing} en de {thing} gaan samen, maar niet bij {name}.',
    'Je krijgt een bericht op {place} zodra iemand ernaar gekeken heeft.',
  ],
  acts: words('annuleren, bestellen, wijzigen, verlengen, downloaden, overzetten, ophalen, ontgrendelen, bevestigen'),
  things: words(
    'terugbetaling, bestelling, wachtwoord, cadeaubon, abonnement, factuur, rol, beloning, rekening, adres, korting, levering, licentie, garantie, betaling, toernooi, niveau, personage, lidmaatschap, uitnodiging',
  ),
  places: words('de website, Discord, je telefoon, de winkel, je profiel, het forum, het dashboard'),
}

const SYLLABLES = words(
  'ba, cor, del, fen, gal, hor, kin, lum, mar, nov, or, pel, quin, ros, sil, tor, ul, ven, wil, xan, yor, zel',
)

export function manyEntries(count: number): ManyEntry[] {
  const roll = random(11)
  const one = (list: readonly string[]) => list[Math.floor(roll() * list.length)] ?? ''
  const names = Array.from({ length: 4_000 }, () => capital([1, 2, 3].map(() => one(SYLLABLES)).join('')))
  const filled = (speech: Speech, text: string, name: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_all, slot: string) => {
      if (slot === 'name') return name
      return one(slot === 'act' ? speech.acts : slot === 'thing' ? speech.things : speech.places)
    })
  return Array.from({ length: count }, (_, index) => {
    const speech = index % 2 === 0 ? ENGLISH : DUTCH
    const name = one(names)
    const sentences = Array.from({ length: 3 + Math.floor(roll() * 12) }, () =>
      filled(speech, one(speech.sentences), name),
    )
    return {
      title: filled(speech, one(speech.titles), name),
      answer: sentences.join(' '),
      keywords: [name.toLowerCase(), one(speech.things), one(speech.acts)],
      language: speech === ENGLISH ? 'en' : 'nl',
    }
  })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

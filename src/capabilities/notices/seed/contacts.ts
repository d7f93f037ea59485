import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import { facts } from '../facts.ts'
import type { Contact, PersonalChannelKey } from '../model.ts'
import { InventedBrowser } from '../push/browser-of-nobody.ts'
import { laneOf } from '../rules/address.ts'
import { listTowns } from '../store/districts.ts'
import { keepContact } from '../store/contacts.ts'

/** Invented people of the demo city; of every ten, seven read mail, two have a browser and one has LINE. */
const PEOPLE = 300

/** Words that invented mail addresses begin with; RFC 2606 keeps `.example` from belonging to anybody. */
const NAMES = ['hana', 'kame', 'suzuka', 'tanabata', 'yuki', 'sora', 'midori', 'haru', 'ana', 'lucas', 'maria', 'emma', 'noah', 'aoi', 'ren', 'kaede'] as const
const PROVIDERS = ['post.example', 'keitai.example', 'denwa.example', 'correio.example'] as const

/** Topics of the services that the demo city runs; one that is not there is simply never issued. */
const TOPICS = ['disaster-information.evacuation', 'disaster-information.warnings', 'alert-mail.crime', 'alert-mail.missing', 'multilingual-news.city'] as const

/** The same people every time, over all towns and languages; nobody in a city without invented contents. */
export async function seedContacts(tx: Tx, { isDemo }: SeedWishes): Promise<void> {
  if (!isDemo) return
  const towns = (await listTowns(tx)).filter((town) => !town.isRetired).map(({ name }) => name)
  for (let number = 1; number <= PEOPLE; number++) {
    const contact = inventedContact(number)
    const ownTown = towns[pick(number, 'town', towns.length)]
    const { language, channel, address } = contact
    await keepContact(tx, {
      ...contact, lane: laneOf(channel, address), state: 'active',
      topics: TOPICS.filter((_, index) => index === 0 || pick(number, `topic ${index}`, 10) < 6 - index),
      towns: ownTown === undefined || pick(number, 'area', 10) < 4 ? [] : [ownTown],
      quiet: pick(number, 'quiet', 10) < 3 ? { from: 22 * 60, to: 6 * 60 } : null,
    })
    tx.publish(facts.subscribed, contact.id, { channel, language })
  }
}

export function inventedContact(number: number): Contact {
  const channel: PersonalChannelKey = number % 10 === 0 ? 'line' : number % 10 > 7 ? 'push' : 'mail'
  const browser = channel === 'push' ? new InventedBrowser(number) : null
  return { id: idOf(number), channel, address: browser?.endpoint ?? addressOf(number, channel), keys: browser?.keys ?? null, language: languageOf(number) }
}

function addressOf(number: number, channel: PersonalChannelKey): string {
  if (channel === 'line') return `U${digestOf(number, 'line').slice(0, 32)}`
  return `${NAMES[pick(number, 'name', NAMES.length)] ?? 'hana'}.${number}@${PROVIDERS[pick(number, 'provider', PROVIDERS.length)] ?? PROVIDERS[0]}`
}

/** Of twenty, fourteen read Japanese, one easy Japanese, two English, three Portuguese. */
function languageOf(number: number): Language {
  const share = pick(number, 'language', 20)
  return LANGUAGES[share < 14 ? 0 : share < 15 ? 1 : share < 17 ? 2 : 3] ?? 'ja'
}

function idOf(number: number): string {
  return uuidNamed(`invented contact ${number} id`)
}

function pick(number: number, what: string, of: number): number {
  return of === 0 ? 0 : Number.parseInt(digestOf(number, what).slice(0, 8), 16) % of
}

function digestOf(number: number, what: string): string {
  return createHash('sha256').update(`invented contact ${number} ${what}`).digest('hex')
}

import { randomUUID } from 'node:crypto'
import { sendMail } from '#capabilities/mail/mail.ts'
import { addContact, addToList, removeFromList } from '#capabilities/notices/contacts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { openSealedId, sealId } from '#kernel/secrets/sealed-id.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { homeForm } from '../forms.ts'
import { listOfPlace, tellPlaces, TOPIC } from '../jobs/tell-places.ts'
import { pointOf } from '../rules/cells.ts'
import { placeOf } from '../rules/mesh.ts'
import { zonesAt } from '../rules/zones.ts'
import { confirmHome, countHomesOf, endHome, findHome, keepHome, type Home } from '../store/homes.ts'
import { listZones } from '../store/zones.ts'
import { words } from '../text/page-words.ts'

/** What the links in our letters are for. */
const HOME = 'home'

/** Keeps the place and sends a letter: only who can read it can say yes (double opt-in). */
export async function askForHome({ values, tx, voice, seal, client }: Submission<ValuesOf<typeof homeForm>>): Promise<Answer> {
  const point = pointOf(values.cell)
  const id = randomUUID()
  const zones = zonesAt(await listZones(tx), point).map(({ key }) => key)
  await keepHome(tx, { id, address: values.address, language: voice.language, point, place: placeOf(point), zones })
  const link = `${client.origin}/landslide/confirm/${sealId(seal, HOME, id)}`
  await sendMail(tx, { to: values.address, subject: voice.plain(words.letterSubject), text: voice.plain(words.letterBody, { link }), purpose: 'landslide-warnings.confirm' })
  return redirect(`/landslide/home?cell=${values.cell}`, { notice: words.letterSent })
}

/** Its owner says yes. The address moves to the notices, and what was grave already is told at once. */
export async function sayYes(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { tx, params, seal } = visit
  const home = await homeOfToken(tx, seal, params.token ?? '')
  if (home === undefined || home.confirmedAt !== null) return redirect(`/landslide/confirm/${params.token}`)
  const added = await addContact(tx, { channel: 'mail', address: home.address, language: home.language, topics: [TOPIC], isConfirmed: true })
  if (!added.ok) return redirect(`/landslide/confirm/${params.token}`)
  await confirmHome(tx, home.id, added.id)
  const isInZone = home.zones.length > 0
  if (isInZone) await addToList(tx, listOfPlace(home.place), [added.id])
  tx.publish(facts.homeConfirmed, home.id, { isInZone, language: home.language })
  tx.enqueue(tellPlaces, { realm: 'live' }, { onceKey: 'tell live' })
  return redirect(`/landslide/leave/${params.token}`, { notice: isInZone ? words.confirmed : words.confirmedNoZone })
}

export async function leave(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { tx, params, seal } = visit
  const home = await homeOfToken(tx, seal, params.token ?? '')
  if (home === undefined) return redirect(`/landslide/leave/${params.token}`)
  await endHome(tx, home.id)
  // A second home of theirs at the same place keeps them on the list.
  if (home.contactId !== null && (await countHomesOf(tx, home.contactId, home.place)) === 0) await removeFromList(tx, listOfPlace(home.place), [home.contactId])
  tx.publish(facts.homeLeft, home.id, {})
  return redirect('/landslide', { notice: words.left })
}

/** Undefined: forged, forgotten, or left. Whoever holds the link is its owner, so looking is theirs. */
export async function homeOfToken(tx: Tx, seal: Seal, token: string): Promise<Home | undefined> {
  const id = openSealedId(seal, HOME, token)
  const home = id === undefined ? undefined : await findHome(tx, id)
  return home === undefined || home.endedAt !== null ? undefined : home
}

import { randomUUID } from 'node:crypto'
import { sendMail } from '#capabilities/mail/mail.ts'
import { addContact, addToList, CONFIRM_HOURS, contactIdInOwnPage, findContactById, MOST_LETTERS, removeFromList } from '#capabilities/notices/contacts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { homeForm } from '../forms.ts'
import { listOfPlace, tellPlaces, TOPIC } from '../jobs/tell-places.ts'
import { homeAgain } from '../pages/home.ts'
import { pointOf, type Cell } from '../rules/cells.ts'
import { placeOf } from '../rules/mesh.ts'
import { zonesAt } from '../rules/zones.ts'
import { confirmHome, countAsked, countHomesOf, endHome, keepHome, type Home } from '../store/homes.ts'
import { listZones } from '../store/zones.ts'
import { words } from '../text/page-words.ts'
import { BASIS, homeOfToken, tokenOfHome } from './own-home.ts'

/**
 * Keeps the place and sends a letter: only who can read it can say yes (double opt-in). Who brings the address of their own
 * page in the notices has shown already that LINE, push or the mail box is theirs. An address that was asked often enough is left
 * alone, and the answer does not tell: this page must not fill a stranger's letter box.
 */
export async function askForHome(visit: Submission<ValuesOf<typeof homeForm>>): Promise<Answer> {
  const { values, tx, voice, seal, client } = visit
  if (values.own !== '') return takeHomeOfOwnPage(visit)
  if (values.address === '') return homeAgain(visit, { address: { phrase: words.addressWrong } })
  const sent = redirect(`/landslide/home?cell=${values.cell}`, { notice: words.letterSent })
  if ((await countAsked(tx, values.address, tx.now.subtract({ hours: CONFIRM_HOURS }))) >= MOST_LETTERS) return sent
  const home = await homeAt(tx, values.cell)
  await keepHome(tx, { ...home, address: values.address, language: voice.language })
  const link = `${client.origin}/landslide/confirm/${tokenOfHome(seal, home.id)}`
  await sendMail(tx, { to: values.address, subject: voice.plain(words.letterSubject), text: voice.plain(words.letterBody, { link }), purpose: 'landslide-warnings.confirm' })
  return sent
}

async function takeHomeOfOwnPage(visit: Submission<ValuesOf<typeof homeForm>>): Promise<Answer> {
  const { values, tx, seal } = visit
  const contactId = contactIdInOwnPage(values.own)
  const contact = contactId === undefined ? undefined : await findContactById(tx, contactId)
  if (contact !== undefined) await tx.note({ act: 'look at a subscription', subject: `contact:${contact.id}`, basis: BASIS })
  if (contact?.state !== 'active') return homeAgain(visit, { own: { phrase: words.ownPageWrong } })
  const home = { ...(await homeAt(tx, values.cell)), language: contact.language }
  await keepHome(tx, { ...home, address: '' })
  return takeIn(tx, home, contact.id, tokenOfHome(seal, home.id))
}

async function homeAt(tx: Tx, cell: Cell) {
  const point = pointOf(cell)
  return { id: randomUUID(), point, place: placeOf(point), zones: zonesAt(await listZones(tx), point).map(({ key }) => key) }
}

/** Its owner says yes. The address moves to the notices, and what is grave already stands on the page that follows. */
export async function sayYes(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { tx, params, seal } = visit
  const home = await homeOfToken(tx, seal, params.token ?? '')
  if (home === undefined || home.confirmedAt !== null) return redirect(`/landslide/confirm/${params.token}`)
  const added = await addContact(tx, { channel: 'mail', address: home.address, language: home.language, topics: [TOPIC], isConfirmed: true })
  if (!added.ok) return redirect(`/landslide/confirm/${params.token}`)
  return takeIn(tx, home, added.id, params.token ?? '')
}

async function takeIn(tx: Tx, home: Pick<Home, 'id' | 'place' | 'zones' | 'language'>, contactId: string, token: string): Promise<Answer> {
  await confirmHome(tx, home.id, contactId)
  const isInZone = home.zones.length > 0
  if (isInZone) await addToList(tx, listOfPlace(home.place), [contactId])
  tx.publish(facts.homeConfirmed, home.id, { isInZone, language: home.language })
  tx.enqueue(tellPlaces, { realm: 'live' }, { onceKey: 'tell live' })
  return redirect(`/landslide/leave/${token}`, { notice: isInZone ? words.confirmed : words.confirmedNoZone })
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

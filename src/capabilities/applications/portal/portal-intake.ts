import { randomUUID } from 'node:crypto'
import { takeIn } from '#capabilities/attachments/attachments.ts'
import { holderOfCertificate } from '#capabilities/resident-identity/certificate-holders.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StandingRun } from '#kernel/jobs/standing-work.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { givenFor } from '../actions/given.ts'
import { facts } from '../facts.ts'
import { ownerOf, type Answers, type State } from '../model.ts'
import { proceduresOf, type OwnedProcedure } from '../rules/desks.ts'
import { dueDay } from '../rules/office-days.ts'
import { readAnswers } from '../rules/reading.ts'
import { versionOn } from '../rules/seasons.ts'
import { sheetOf } from '../rules/sheet.ts'
import { fileDraft, keepDraft, keepEdition } from '../store/applications.ts'
import { keepEvent } from '../store/events.ts'
import { isKnownReception, keepReception, listUntold, noteTold } from '../store/portal.ts'
import { PortalClient, type PortalAddress, type PortalApplication, type PortalState } from './portal-client.ts'

const EVERY_MS = 5 * 60_000
const TOLD_AT_ONCE = 200

/** The portal that the city's operator named: PORTAL_URL, PORTAL_CLIENT_ID, PORTAL_CLIENT_SECRET. Null where none is. */
export function configuredPortal(): PortalAddress | null {
  const { PORTAL_URL: url, PORTAL_CLIENT_ID: clientId, PORTAL_CLIENT_SECRET: clientSecret } = process.env
  return url === undefined || clientId === undefined || clientSecret === undefined ? null : { url, clientId, clientSecret }
}

/** One run of the intake, as portal.ts starts it. Without an address it does nothing. */
export class PortalIntake implements StandingRun {
  private readonly open: OpenCity
  private readonly client: PortalClient | null
  private readonly log: Log
  private timer: NodeJS.Timeout | undefined
  private current: Promise<number> = Promise.resolve(0)
  private isEnding = false

  constructor(open: OpenCity, address: PortalAddress | null, log: Log) {
    this.open = open
    this.client = address === null ? null : new PortalClient(address)
    this.log = log
  }

  async start(): Promise<void> {
    if (this.client !== null) this.again(0)
  }

  /** Resolves to how many applications were taken in. */
  async settle(): Promise<number> {
    const { client } = this
    if (client === null) return 0
    let taken = 0
    for await (const item of client.list()) {
      if (this.isEnding) break
      if (await this.act((tx) => isKnownReception(tx, item.receptionNumber))) continue
      const owned = proceduresOf(this.open.directory.parts).find(({ definition }) => definition.versions.some(({ portal }) => portal?.procedureCode === item.procedureCode))
      // A procedure that this city does not offer stays at the portal, where its other system finds it.
      if (owned === undefined) continue
      const application = await client.fetch(item.receptionNumber)
      if (await this.act((tx) => takeInReceived(tx, this.open, owned, application))) taken += 1
    }
    await this.tellStates(client)
    return taken
  }

  async end(): Promise<void> {
    this.isEnding = true
    clearTimeout(this.timer)
    await this.current
  }

  private again(afterMs: number): void {
    this.timer = setTimeout(() => {
      this.current = this.settle().catch((thrown: unknown) => {
        this.log.warn('portal-intake failed', { problem: String(thrown).slice(0, 200) })
        return 0
      })
      void this.current.then(() => this.isEnding || this.again(EVERY_MS))
    }, afterMs)
    this.timer.unref()
  }

  private async tellStates(client: PortalClient): Promise<void> {
    for (const { receptionNumber, state } of await this.act((tx) => listUntold(tx, TOLD_AT_ONCE))) {
      if (this.isEnding) return
      await client.tell(receptionNumber, portalStateOf(state))
      await this.act((tx) => noteTold(tx, receptionNumber, state))
    }
  }

  private act<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.open.database.act('applications', systemActor, work)
  }
}

/**
 * Files what the portal received. Whose it is, the certificate alone says; a name never does, and who is not known that way
 * waits on a list for a person. Fields that our form does not take are left for the officer in a note, so that nothing is lost.
 */
async function takeInReceived(tx: Tx, { city }: OpenCity, { definition }: OwnedProcedure, received: PortalApplication): Promise<boolean> {
  const version = versionOn(definition, tx.today)
  const { signer, receptionNumber } = received
  const holder = signer === null ? null : await holderOfCertificate(tx, { issuer: signer.certificateIssuer, serial: signer.certificateSerial })
  const id = randomUUID()
  await keepDraft(tx, { id, procedure: definition.key, version: version.version, channel: 'portal', accountId: null, personId: holder?.personId ?? null, actingAs: 'self', mail: '', language: 'ja' })
  const isFirst = await keepReception(tx, {
    receptionNumber, applicationId: id, matchedBy: (holder?.personId ?? null) === null ? 'none' : 'certificate', certificateSerial: signer?.certificateSerial ?? '', certificateIssuer: signer?.certificateIssuer ?? '',
  })
  // Two processes that fetch the same at once: the second one's work is undone with its transaction.
  if (!isFirst) throw new Error('the reception number is known')
  const given = await givenFor({ tx, city }, holder?.personId ?? null, {})
  const { answers, rest } = answersOf(received, version, given)
  const number = await fileDraft(tx, id, { answers, applicantName: received.fields[nameField(version.portal?.fields ?? {})] ?? '', mail: '', dueOn: dueDay(tx.today, version.officeDays) })
  await keepEdition(tx, id, 1, answers, sheetOf(version, { ...given, answers }))
  await keepEvent(tx, id, 'submitted')
  if (rest.length > 0) await keepEvent(tx, id, 'note', { isInternal: true, text: rest.join('\n') })
  await keepFiles(tx, id, version, received)
  tx.publish(facts.submitted, ownerOf(id), { procedure: definition.key, channel: 'portal', version: version.version })
  return number !== ''
}

type Version = ReturnType<typeof versionOn>
type GivenOf = Awaited<ReturnType<typeof givenFor>>

function answersOf({ fields }: PortalApplication, version: Version, given: GivenOf): { answers: Answers; rest: string[] } {
  const names = version.portal?.fields ?? {}
  const typed = Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (names[name] === undefined ? [] : [[names[name], value]])))
  const answers: Record<string, Answers[string]> = {}
  const rest = Object.entries(fields).filter(([name]) => names[name] === undefined).map(([name, value]) => `${name}: ${value}`)
  // Field by field: one that does not fit must not take the others with it.
  for (const field of version.pages.flatMap((page) => page.fields)) {
    const read = readAnswers([field], typed, { ...given, answers })
    if (read.ok) Object.assign(answers, read.answers)
    else rest.push(...Object.keys(read.problems).map((name) => `${name}: ${typed[name] ?? ''}`))
  }
  return { answers, rest }
}

function nameField(names: Readonly<Record<string, string>>): string {
  return Object.keys(names).find((name) => names[name] === 'name.told') ?? ''
}

/** A file that is refused is told to the officer, with the reason, and not kept. */
async function keepFiles(tx: Tx, id: string, { documents }: Version, { attachments }: PortalApplication): Promise<void> {
  for (const { name, slot, content } of attachments) {
    const place = documents.find(({ key }) => key === slot) ?? documents[0]
    if (place === undefined) continue
    const taken = await takeIn(tx, { fileName: name, bytes: Buffer.from(content, 'base64') }, { owner: ownerOf(id), slot: place.key }, place.rules)
    if (!taken.ok) await keepEvent(tx, id, 'note', { isInternal: true, text: `${slot}: ${taken.reason}` })
  }
}

function portalStateOf(state: State): PortalState {
  switch (state) {
    case 'draft':
    case 'submitted':
      return 'received'
    case 'checking':
    case 'corrected':
    case 'proposed':
      return 'checking'
    case 'correction-asked':
    case 'approved':
    case 'refused':
    case 'withdrawn':
      return state
    default:
      return assertNever(state)
  }
}

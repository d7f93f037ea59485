import { z } from 'zod'
import type { Registration } from '../model.ts'
import type { TypedEntry } from '../store/entries.ts'
import { MOST_ARRIVALS } from './arrivals.ts'

/**
 * 転出証明書情報 (施行令第23条; 特例転入, 第24条の2): what a city tells the next one of people who move. The network between cities
 * is closed, so this is the register's own plain JSON with the items of the order; a city's adapter maps it to the wire.
 */
export const CERTIFICATE_FORMAT = 'tsunagu-moving-certificate-1'

const text = (most: number) => z.string().max(most)
const personShape = z.object({
  name: text(200).min(1), kana: text(200), alphabet: text(200), commonName: text(200), commonKana: text(200), formerName: text(200), formerKana: text(200),
  sex: z.enum(['female', 'male', 'unstated']), birthDate: z.iso.date(), birthCertainty: z.enum(['day', 'month', 'year']), relationship: text(60), registeredDomicile: text(300), domicileHead: text(200),
  nationality: z.string().regex(/^[A-Z]{2}$/), residenceCategory: text(60), residenceStatus: text(60), residencePeriod: text(60), residenceUntil: z.iso.date().nullable(),
})

export const certificateShape = z.object({
  format: z.literal(CERTIFICATE_FORMAT), issuedBy: z.string().regex(/^\d{6}$/), issuedOn: z.iso.date(), movesOn: z.iso.date(), address: text(300).min(1), head: text(200), movesTo: text(300),
  people: z.array(personShape).min(1).max(MOST_ARRIVALS),
})
export type MovingCertificate = z.infer<typeof certificateShape>

/** Bytes of a file that is looked at: ten people with long names are far smaller. */
export const MOST_CERTIFICATE_BYTES = 200_000

export type ReadCertificate = { readonly ok: true; readonly certificate: MovingCertificate } | { readonly ok: false; readonly place: string }

/** Reads a file; what does not hold is named by its place, e.g. `people.1.birthDate`. */
export function readCertificate(bytes: Uint8Array): ReadCertificate {
  if (bytes.length > MOST_CERTIFICATE_BYTES) return { ok: false, place: `> ${MOST_CERTIFICATE_BYTES} bytes` }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { ok: false, place: 'JSON' }
  }
  const read = certificateShape.safeParse(value)
  if (read.success) return { ok: true, certificate: read.data }
  return { ok: false, place: read.error.issues[0]?.path.join('.') || 'format' }
}

/** The fields of a moving-in form that a certificate fills: who, from where. Where and with whom they will live it cannot know. */
export function typedFromCertificate({ address, head, people }: MovingCertificate): TypedEntry {
  const typed: Record<string, string> = { where: 'japan', previousAddress: address, previousHead: head }
  for (const [index, person] of people.entries()) {
    const { relationship, residenceUntil, ...plain } = person
    for (const [field, value] of Object.entries({ ...plain, residenceUntil: residenceUntil ?? '' })) typed[`arrival${index}.${field}`] = value
    // The relationship was towards the former head; it holds here only where the household stays as it was.
    typed[`arrival${index}.relation`] = relationship
  }
  return typed
}

export interface CertificateTerms {
  readonly issuedBy: string
  readonly issuedOn: Temporal.PlainDate
  readonly movesOn: Temporal.PlainDate
  readonly movesTo: string
  readonly head: string
  readonly people: readonly Registration[]
}

/** What the next city is told of those who move out. */
export function certificateOf({ issuedBy, issuedOn, movesOn, movesTo, head, people }: CertificateTerms): MovingCertificate {
  return {
    format: CERTIFICATE_FORMAT, issuedBy, issuedOn: issuedOn.toString(), movesOn: movesOn.toString(), address: people[0]?.address ?? '', head, movesTo,
    people: people.map((person) => ({
      name: person.name, kana: person.kana, alphabet: person.alphabet, commonName: person.commonName, commonKana: person.commonKana, formerName: person.formerName, formerKana: person.formerKana,
      sex: person.sex, birthDate: person.birthDate.toString(), birthCertainty: person.birthCertainty, relationship: person.relationship, registeredDomicile: person.registeredDomicile, domicileHead: person.domicileHead,
      nationality: person.nationality, residenceCategory: person.residenceCategory, residenceStatus: person.residenceStatus, residencePeriod: person.residencePeriod, residenceUntil: person.residenceUntil?.toString() ?? null,
    })),
  }
}

import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { html, join, nothing, type Html } from '#kernel/html/html.ts'
import type { Notice } from '../model.ts'
import type { Thread } from '../store/threads.ts'
import { feedWords } from '../text/feed-words.ts'
import { wordingWords } from '../text/wording-words.ts'
import { wordingOf } from '../wording.ts'
import { CAP_LANGUAGES } from './cap.ts'
import { fitWithRest } from './fitting.ts'
import { CHANNEL_LIMITS } from './fitting-limits.ts'
import { joinerOf, plainIn } from './wording-plain.ts'

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'
export const ACTIVITY_CONTEXT = 'https://www.w3.org/ns/activitystreams'
export const ACTIVITY_TYPE = 'application/activity+json'
/** Around title, text and link. */
const LINE_BREAKS = 4

export type Activity = Readonly<Record<string, unknown>>

export interface ActorTerms {
  readonly origin: string
  /** As in `@kameyama@…`. */
  readonly handle: string
  readonly name: string
  readonly summary: string
  readonly publicKey: string
}

/** The city as an actor (ActivityPub section 4.1) of the kind that is no person. */
export function actorDocument({ origin, handle, name, summary, publicKey }: ActorTerms): Activity {
  const id = `${origin}/activitypub/actor`
  return {
    '@context': [ACTIVITY_CONTEXT, 'https://w3id.org/security/v1'],
    id, type: 'Service', preferredUsername: handle, name, summary: html`<p>${summary}</p>`.source, url: `${origin}/notices`,
    inbox: `${origin}/activitypub/inbox`, outbox: `${origin}/activitypub/outbox`, followers: `${origin}/activitypub/followers`,
    endpoints: { sharedInbox: `${origin}/activitypub/inbox` }, manuallyApprovesFollowers: false, discoverable: true,
    publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: publicKey },
  }
}

/** What tells the fediverse of a notice, in the order in which it is to arrive. Sent again it bears the same ids. */
export function activitiesOf(notice: Notice, earlier: readonly Notice[], origin: string): Activity[] {
  const create = { ...wrapped('Create', `${noteId(origin, notice.id)}#create`, notice, origin), object: noteOf(notice, origin, notice.kind === 'cancel' ? null : notice.refersTo) }
  if (notice.kind === 'cancel') return [...earlier.map((one) => deleteOf(one, notice, origin)), create]
  const before = earlier.find(({ id }) => id === notice.refersTo)
  return before === undefined ? [create] : [updateOf(before, notice, origin), create]
}

export function noteId(origin: string, noticeId: string): string {
  return `${origin}/activitypub/notices/${noticeId}`
}

/** A notice as a note: Japanese first, and each language that it was written in for servers that let their readers choose. */
export function noteOf(notice: Notice, origin: string, inReplyTo: string | null, overtakenBy: string | null = null): Activity {
  const contents = LANGUAGES.filter((language) => notice.texts[language] !== null).map((language) => [language, contentOf(notice, language, origin, overtakenBy)] as const)
  return {
    id: noteId(origin, notice.id), type: 'Note', attributedTo: `${origin}/activitypub/actor`, url: `${origin}/notices/${notice.id}`,
    to: [PUBLIC], cc: [`${origin}/activitypub/followers`], published: seconds(notice.issuedAt), sensitive: false,
    content: contents[0]?.[1] ?? '', contentMap: Object.fromEntries(contents.map(([language, content]) => [CAP_LANGUAGES[language], content])),
    ...(inReplyTo === null ? {} : { inReplyTo: noteId(origin, inReplyTo) }),
  }
}

/** Where a note was that was taken back. */
export function tombstoneOf(noticeId: string, origin: string): Activity {
  return { id: noteId(origin, noticeId), type: 'Tombstone', formerType: 'Note' }
}

export function acceptOf(follow: { readonly followId: string; readonly actor: string }, origin: string): Activity {
  const actor = `${origin}/activitypub/actor`
  return {
    '@context': ACTIVITY_CONTEXT, id: `${actor}#accept-${encodeURIComponent(follow.followId)}`, type: 'Accept', actor,
    object: { id: follow.followId, type: 'Follow', actor: follow.actor, object: actor },
  }
}

/** The newest notices as they were told; one that was taken back is left out with what it took back. */
export function outboxOf(notices: readonly Notice[], threads: ReadonlyMap<string, Thread>, origin: string): Activity {
  const standing = notices.filter(({ id }) => !isTakenBack(id, threads.get(id) ?? []))
  const orderedItems = standing.map((notice) => ({ ...wrapped('Create', `${noteId(origin, notice.id)}#create`, notice, origin), object: noteOf(notice, origin, notice.kind === 'cancel' ? null : notice.refersTo) }))
  return { '@context': ACTIVITY_CONTEXT, id: `${origin}/activitypub/outbox`, type: 'OrderedCollection', totalItems: orderedItems.length, orderedItems }
}

/** Whether something after it in its thread has cancelled it. */
export function isTakenBack(id: string, thread: Thread): boolean {
  const place = thread.findIndex((notice) => notice.id === id)
  return place >= 0 && thread.slice(place + 1).some(({ kind }) => kind === 'cancel')
}

function updateOf(before: Notice, notice: Notice, origin: string): Activity {
  const id = `${noteId(origin, before.id)}#update-${notice.id}`
  return { ...wrapped('Update', id, notice, origin), object: { ...noteOf(before, origin, before.refersTo, notice.id), updated: seconds(notice.issuedAt) } }
}

function deleteOf(before: Notice, notice: Notice, origin: string): Activity {
  return { ...wrapped('Delete', `${noteId(origin, before.id)}#delete-${notice.id}`, notice, origin), object: tombstoneOf(before.id, origin) }
}

function wrapped(type: 'Create' | 'Update' | 'Delete', id: string, notice: Notice, origin: string): Activity {
  return {
    '@context': [ACTIVITY_CONTEXT, { sensitive: 'as:sensitive' }], id, type, actor: `${origin}/activitypub/actor`,
    published: seconds(notice.issuedAt), to: [PUBLIC], cc: [`${origin}/activitypub/followers`],
  }
}

function contentOf(notice: Notice, language: Language, origin: string, overtakenBy: string | null): string {
  const { title, sentences, preface } = wordingOf(notice, language)
  const link = `${origin}/notices/${overtakenBy ?? notice.id}`
  const { body, measure } = CHANNEL_LIMITS.activitypub
  const opening = [...(overtakenBy === null ? [] : [plainIn(feedWords.overtaken[language], language)]), ...(preface === null ? [] : [preface])]
  const room = body - measure(title) - measure(link) - LINE_BREAKS
  const { text } = fitWithRest([...opening, ...sentences], room, plainIn(wordingWords.more[language], language), measure, joinerOf(language))
  return join([paragraph(title), text === '' ? nothing : paragraph(text), html`<p><a href="${link}">${link}</a></p>`], '').source
}

function paragraph(text: string): Html {
  return html`<p>${text}</p>`
}

function seconds(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' })
}

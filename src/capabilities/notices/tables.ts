// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface NoticesTables {
  'notices.broadcast': BroadcastTable
  'notices.channel_key': ChannelKeyTable
  'notices.contact': ContactTable
  'notices.district': DistrictTable
  'notices.follower': FollowerTable
  'notices.hand_over': HandOverTable
  'notices.hand_over_file': HandOverFileTable
  'notices.lane': LaneTable
  'notices.line_reply': LineReplyTable
  'notices.list_member': ListMemberTable
  'notices.notice': NoticeTable
  'notices.pending': PendingTable
  'notices.refusal': RefusalTable
  'notices.seen_signature': SeenSignatureTable
  'notices.sheet': SheetTable
  'notices.stand_in_message': StandInMessageTable
  'notices.tally': TallyTable
  'notices.town': TownTable
}

export interface BroadcastTable {
  /** internal: which notice */
  notice_id: string
  /** internal: over what */
  channel: string
  /** internal: how far it is */
  state: string
  /** internal: contacts written on sheets so far */
  planned: Generated<number>
  /** internal: number of the next sheet */
  next_number: Generated<number>
  /** internal: contacts in order of their id were looked at up to this one */
  written_up_to: string | null
  /** internal: when it was issued */
  begun_at: Temporal.Instant
  /** internal: when the first message was handed over */
  first_handed_at: Temporal.Instant | null
  /** internal: when the last sheet was done */
  ended_at: Temporal.Instant | null
}

export interface ChannelKeyTable {
  /** internal: what for, e.g. dkim.2026a */
  name: string
  /** internal: what others may know */
  public_part: string
  /** sensitive: under the seal of this capability */
  sealed_part: string
  /** internal: since when */
  made_at: Temporal.Instant
  /** internal: no longer used to sign */
  retired_at: Temporal.Instant | null
}

export interface ContactTable {
  /** internal: identity */
  id: string
  /** personal: by what it is reached */
  channel: string
  /** personal: mail address, push endpoint, LINE user id; empty once left */
  address: string
  /** personal: domain of the mail address, host of the push service, or the channel's name */
  lane: string
  /** sensitive: p256dh and auth of a push subscription */
  keys: unknown | null
  /** personal: reads this */
  language: string
  /** personal: subscribed to */
  topics: string[]
  /** personal: wants to hear of these towns; empty is all of them */
  towns: string[]
  /** personal: wants nothing below level 4 from this minute of the day in Japan */
  quiet_from: number | null
  /** personal: until this one; smaller than quiet_from over midnight */
  quiet_to: number | null
  /** internal: whether it is written to */
  state: string
  /** internal: refusals in a row that say the address is gone */
  bounces: Generated<number>
  /** personal: when it was entered */
  made_at: Temporal.Instant
  /** personal: when its owner confirmed it (double opt-in) */
  confirmed_at: Temporal.Instant | null
  /** personal: when it left or was stopped */
  ended_at: Temporal.Instant | null
}

export interface DistrictTable {
  /** public: name in files and forms */
  key: string
  /** public: order */
  position: number
  /** public: name in four languages */
  name: unknown
  /** public: hiragana */
  reading: string
}

export interface FollowerTable {
  /** personal: address of the account */
  actor: string
  /** personal: where its server takes what is for it */
  inbox: string
  /** internal: where its server takes what is for many */
  shared_inbox: string | null
  /** internal: its server */
  host: string
  /** personal: name of the key that its server signs with */
  key_id: string
  /** personal: that key */
  public_key: string
  /** personal: the request to follow, which is answered */
  follow_id: string
  /** internal: whether it was told that it follows */
  state: string
  /** internal: how often it was tried to tell it */
  attempts: Generated<number>
  /** internal: when it is told */
  due_at: Temporal.Instant
  /** personal: since when */
  followed_at: Temporal.Instant
}

export interface HandOverTable {
  /** internal: order */
  id: Generated<number>
  /** internal: which notice */
  notice_id: string
  /** internal: over what */
  channel: string
  /** personal: inbox of a follower's server; empty where a channel has one receiver */
  target: string
  /** internal: first notice of its event; what belongs together arrives in order */
  thread: string
  /** internal: of its notice; graver ones go first */
  level: number
  /** internal: goes to the stand-in */
  is_drill: boolean
  /** internal: how far it is */
  state: string
  /** internal: how often it was tried */
  attempts: Generated<number>
  /** internal: not before */
  due_at: Temporal.Instant
  /** internal: when its holder is taken to be dead */
  held_until: Temporal.Instant | null
  /** internal: a try ended without the receiver's word, so that it may have arrived */
  is_uncertain: Generated<boolean>
  /** internal: what the receiver said last, or why it was not handed over */
  answer: string | null
  /** internal: when the notice was issued */
  begun_at: Temporal.Instant
  /** internal: when it was taken, given up or withheld */
  ended_at: Temporal.Instant | null
}

export interface HandOverFileTable {
  /** internal: which notice */
  notice_id: string
  /** internal: for which channel */
  channel: string
  /** internal: name of the file */
  name: string
  /** internal: its media type */
  type: string
  /** public: its contents */
  body: string
  /** internal: when it was first needed */
  made_at: Temporal.Instant
}

export interface LaneTable {
  /** internal: over what */
  channel: string
  /** internal: domain */
  lane: string
  /** internal: not before */
  next_at: Temporal.Instant
}

export interface LineReplyTable {
  /** internal: the event's own id, so that one delivered twice is answered once */
  id: string
  /** personal: LINE user id */
  user_id: string
  /** sensitive: good for one answer; emptied when it was given */
  reply_token: string
  /** internal: when the event came */
  received_at: Temporal.Instant
  /** internal: when it was answered or given up */
  done_at: Temporal.Instant | null
}

export interface ListMemberTable {
  /** internal: service and list, e.g. alert-mail.class.12 */
  list: string
  /** personal: who is on it */
  contact_id: string
  /** internal: since when */
  added_at: Temporal.Instant
}

export interface NoticeTable {
  /** public: identity, the same on every channel */
  id: string
  /** internal: the service that issued it */
  origin: string
  /** public: what it is about */
  topic: string
  /** public: 0 to 5 */
  level: number
  /** public: issue, update or cancel */
  kind: string
  /** public: the notice it updates or cancels */
  refers_to: string | null
  /** internal: whom it is for */
  audience: unknown
  /** internal: for subscribers of a topic, so that feeds and portal show it too */
  is_public: boolean
  /** internal: title and sentences by language */
  texts: unknown
  /** internal: reaches stand-ins only */
  is_drill: boolean
  /** internal: over which channels */
  channels: string[]
  /** public: what CAP wants to know beyond the text */
  cap: unknown | null
  /** public: page that tells more */
  link: string
  /** public: when */
  issued_at: Temporal.Instant
  /** internal: who issued it */
  issued_by: string | null
  /** internal: the second person */
  confirmed_by: string | null
  /** public: after this it is history */
  expires_at: Temporal.Instant | null
}

export interface PendingTable {
  /** internal: identity; its keyed fingerprint makes the link */
  id: string
  /** internal: subscribe, or link for a link sent again */
  purpose: string
  /** personal: mail address */
  address: string
  /** personal: wants to read this */
  language: string
  /** personal: wants to hear of these */
  topics: string[]
  /** personal: of these towns; empty is all of them */
  towns: string[]
  /** personal: nothing below level 4 from this minute of the day in Japan */
  quiet_from: number | null
  /** personal: until this one */
  quiet_to: number | null
  /** internal: when it was sent */
  made_at: Temporal.Instant
  /** internal: when it was confirmed */
  used_at: Temporal.Instant | null
}

export interface RefusalTable {
  /** internal: which notice */
  notice_id: string
  /** personal: who was not reached */
  contact_id: string
  /** internal: over what */
  channel: string
  /** internal: the service's number for it */
  code: number
  /** internal: what it said, without addresses */
  answer: string
  /** internal: when */
  refused_at: Temporal.Instant
}

export interface SeenSignatureTable {
  /** internal: SHA-256 of the signature */
  digest: string
  /** internal: when */
  seen_at: Temporal.Instant
}

export interface SheetTable {
  /** internal: which notice */
  notice_id: string
  /** internal: over what */
  channel: string
  /** internal: which sheet */
  number: number
  /** internal: domain with a limit of its own, or * */
  lane: string
  /** internal: of its notice; graver ones go first */
  level: number
  /** internal: goes to the stand-in */
  is_drill: boolean
  /** personal: whom it is for */
  contacts: string[]
  /** internal: what became of each */
  results: number[]
  /** internal: whether somebody has it */
  state: string
  /** internal: how often it was taken */
  attempts: Generated<number>
  /** internal: not before; the end of quiet hours, or the next try */
  due_at: Temporal.Instant
  /** internal: when its holder is taken to be dead */
  held_until: Temporal.Instant | null
  /** internal: which process has it */
  holder: string | null
  /** internal: why the last try failed */
  last_error: string | null
  /** internal: when the last of its messages was handed over */
  handed_at: Temporal.Instant | null
}

export interface StandInMessageTable {
  /** internal: order */
  id: Generated<number>
  /** internal: which stand-in */
  channel: string
  /** internal: when */
  received_at: Temporal.Instant
  /** personal: in a line */
  summary: string
  /** personal: as it went over the wire */
  source: string
}

export interface TallyTable {
  /** internal: which notice */
  notice_id: string
  /** internal: over what */
  channel: string
  /** internal: in which language */
  language: string
  /** internal: handed over */
  handed: Generated<number>
  /** internal: of these, within ten seconds of the issue */
  within_10s: Generated<number>
  /** internal: of these, within a minute */
  within_60s: Generated<number>
  /** internal: refused for good */
  refused: Generated<number>
}

export interface TownTable {
  /** public: as in the city's towns.csv */
  name: string
  /** public: the district it belongs to */
  district_key: string
  /** public: order */
  position: number
  /** public: name in four languages */
  label: unknown
  /** public: the town it became */
  successor: string | null
  /** public: first day on which it was no more */
  retired_on: Temporal.PlainDate | null
}

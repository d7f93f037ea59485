import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { changedFields } from '../rules/fold.ts'
import type { Entry } from '../store/entries.ts'
import type { PersonRecord } from '../store/people.ts'
import { PERSON_FIELDS } from '../store/rows.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { PERSON_LABELS } from '../text/field-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { LEFT_OUT } from './comparison.ts'
import { entryPath, renderStatus } from './staff-frame.ts'
import { dayText } from './values.ts'

/** A person's life in the register: what the entries changed, and every version that ever stood there with both of its times. */
export async function renderLife(visit: Visit, versions: readonly PersonRecord[], entries: readonly Entry[]): Promise<Html> {
  const { voice } = visit
  return renderSection({ heading: voice.say(words.history), body: html`${renderEntries(visit, versions, entries)}
    <details><summary>${voice.say(words.allVersions, { count: versions.length })}</summary>${renderVersions(visit, versions, entries)}</details>` })
}

function renderEntries({ voice }: Visit, versions: readonly PersonRecord[], entries: readonly Entry[]): Html {
  const told = entries.filter(({ appliedAt }) => appliedAt !== null).toSorted((a, b) => Temporal.PlainDate.compare(b.occurredOn, a.occurredOn) || b.number - a.number)
  return renderTimeline({ entries: told.map((entry) => ({
    at: dayText(voice, entry.occurredOn), dateTime: entry.occurredOn.toString(), tone: entry.status === 'cancelled' ? 'warning' as const : 'neutral' as const,
    what: html`<a href="${entryPath(entry.id)}">${voice.say(KIND_WORDS[entry.kind])}</a> ${entry.status === 'cancelled' ? renderStatus(voice, entry.status) : nothing}`,
    detail: html`${changedBy(voice, entry, versions)} ${entry.appliedAt === null ? nothing : html`<span>${voice.say(words.recordedAt, { time: minuteOf(entry.appliedAt) })}</span>`}`,
  })) })
}


/** Names of the fields that an entry made other than they were. */
function changedBy(voice: Visit['voice'], entry: Entry, versions: readonly PersonRecord[]): Html {
  const own = versions.find(({ version }) => version.entryId === entry.id && version.validFrom.equals(entry.occurredOn))
  const before = own === undefined ? undefined : versions.find(({ version }) => version.validTo?.equals(own.version.validFrom) === true && (version.supersededAt === null) === (own.version.supersededAt === null))
  if (own === undefined || before === undefined) return nothing
  const labels = changedFields(before.registration, own.registration, PERSON_FIELDS).flatMap((field) => { const label = PERSON_LABELS[field]; return label === null || LEFT_OUT.has(field) ? [] : [voice.plain(label)] })
  return labels.length === 0 ? nothing : html`<p>${labels.join(voice.htmlLang === 'ja' ? '、' : ', ')}</p>`
}

function renderVersions({ voice }: Visit, versions: readonly PersonRecord[], entries: readonly Entry[]): Html {
  const kinds = new Map(entries.map((entry) => [entry.id, entry]))
  return renderTable({
    caption: voice.say(words.history), isCaptionHidden: true, isCardsOnPhone: true, id: 'versions',
    columns: [words.holdsFrom, words.holdsTo, words.saidFrom, words.saidTo, words.byEntry].map((label) => ({ heading: voice.say(label) })),
    rows: versions.map(({ version }) => [
      dayText(voice, version.validFrom), version.validTo === null ? voice.say(words.untilFurther) : dayText(voice, version.validTo), minuteOf(version.recordedAt),
      version.supersededAt === null ? voice.say(words.stillSaid) : minuteOf(version.supersededAt), entryLink(voice, kinds.get(version.entryId)),
    ]),
  })
}

function entryLink(voice: Visit['voice'], entry: Entry | undefined): Html {
  return entry === undefined ? nothing : html`<a href="${entryPath(entry.id)}">${voice.say(KIND_WORDS[entry.kind])} ${String(entry.number)}</a>`
}

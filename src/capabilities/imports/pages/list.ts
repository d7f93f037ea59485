import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderCards, renderPanel, type Card } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ImportRefusal } from '../importer.ts'
import { importersFor } from '../imports.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { answeredIn, type OwnedImporter, type Reading } from '../model.ts'
import { listEndedReadings, listOpenReadings, type ReadingWithProgress } from '../store/readings.ts'
import { text } from '../text.ts'
import { LIST_PATH, readingPath } from './addresses.ts'
import { nameIn, renderStateBadge } from './reading-frame.ts'

/** A file that was just refused, so that its form says why. */
export interface RefusedUpload {
  readonly importer: string
  readonly refusal: Pick<ImportRefusal, 'phrase' | 'values'>
}

/** The import desk: what is under review, a form for each kind of file, and what is finished. */
export async function showImports(visit: Visit, refused: RefusedUpload | null = null): Promise<Answer> {
  const { voice, actor, directory, tx } = visit
  const mine = importersFor(actor, directory.parts)
  const names = mine.map(({ importer }) => importer.name)
  const open = await listOpenReadings(tx, names)
  const ended = await listEndedReadings(tx, names)
  const main = html`
    ${renderPageTitle({ title: voice.say(text.title), lead: voice.say(text.lead) })}
    ${renderRefusal(visit, refused)}
    ${
      mine.length === 0
        ? renderEmpty({ title: voice.say(text.nothingForYou), body: voice.say(text.nothingForYouBody), icon: 'lock' })
        : html`
            ${renderSection({ heading: voice.say(text.underReview), body: renderOpen(visit, mine, open) })}
            ${renderSection({ heading: voice.say(text.upload), body: mine.map((owned) => renderUpload(visit, owned, refused)) })}
            ${ended.length === 0 ? nothing : renderEnded(visit, mine, ended)}`
    }`
  return shown({ title: voice.plain(text.title), main, area: 'staff', status: refused === null ? 200 : 422 })
}

function renderRefusal({ voice }: Visit, refused: RefusedUpload | null): Html {
  if (refused === null) return nothing
  const message = voice.say(refused.refusal.phrase, refused.refusal.values)
  return renderErrorSummary({ voice, errors: [{ fieldId: fieldId('file', refused.importer), message }] })
}

function renderOpen({ voice }: Visit, mine: readonly OwnedImporter[], open: readonly ReadingWithProgress[]): Html {
  if (open.length === 0) return renderEmpty({ title: voice.say(text.nothingOpen), body: voice.say(text.nothingOpenBody), icon: 'upload' })
  const cards = open.map((reading): Card => {
    const by = html`${titleOf(voice, mine, reading)} · ${minuteOf(reading.readAt)} ${nameIn(voice, reading.readByName)}`
    const unanswered = reading.open + reading.skipped
    const badge =
      unanswered === 0
        ? renderBadge({ label: voice.say(text.allAnswered), tone: 'success' })
        : renderBadge({ label: voice.say(text.openCount, { count: unanswered }), tone: 'warning' })
    const progress = renderProgress({
      voice, label: voice.say(text.progress), done: answeredIn(reading), total: reading.questions, id: `progress-${reading.id}`,
    })
    return { href: readingPath(reading.id), title: reading.fileName, body: by, facts: html`${badge} ${progress}`, icon: 'document' }
  })
  return renderCards({ cards })
}

function renderUpload({ voice, formToken }: Visit, { importer }: OwnedImporter, refused: RefusedUpload | null): Html {
  const own = refused?.importer === importer.name ? refused.refusal : null
  const limit = voice.say(text.fileLimit, { megabytes: IMPORT_LIMITS.fileBytes / 1024 / 1024 })
  const field = renderField({
    voice, kind: 'file', name: 'file', idPrefix: importer.name, label: voice.say(text.file),
    hint: html`${voice.say(importer.hint)} (${importer.accept.replaceAll(',', ' ')} · ${limit})`,
    accept: importer.accept, isRequired: true, isTagHidden: true,
    ...(own === null ? {} : { error: voice.say(own.phrase, own.values) }),
  })
  const form = renderForm({
    voice, action: LIST_PATH, csrfToken: formToken(), hidden: { importer: importer.name }, hasFiles: true, body: field,
    buttons: renderButton({ label: voice.say(text.read), icon: 'upload' }),
  })
  return renderPanel({ heading: voice.say(importer.title), level: 3, body: form })
}

function renderEnded({ voice }: Visit, mine: readonly OwnedImporter[], ended: readonly Reading[]): Html {
  const columns = [text.file, text.kindOfFile, text.readAt, text.endedAt, text.endedBy, text.outcome].map((word) => ({ heading: voice.say(word) }))
  const rows = ended.map((reading) => [
    html`<a href="${readingPath(reading.id)}">${reading.fileName}</a>`,
    titleOf(voice, mine, reading),
    minuteOf(reading.readAt),
    reading.endedAt === null ? '' : minuteOf(reading.endedAt),
    nameIn(voice, reading.endedByName),
    reading.state === 'open' ? '' : renderStateBadge(voice, reading.state),
  ])
  const table = renderTable({ caption: voice.say(text.ended), isCaptionHidden: true, columns, rows, isCardsOnPhone: true })
  return renderSection({ heading: voice.say(text.ended), body: table })
}

function titleOf(voice: Visit['voice'], mine: readonly OwnedImporter[], reading: Reading): Html {
  const owned = mine.find(({ importer }) => importer.name === reading.importer)
  return owned === undefined ? nothing : voice.say(owned.importer.title)
}

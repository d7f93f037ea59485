import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ScanState } from './model.ts'
import { hasScanner, scannerVersion } from './scanner.ts'
import { countByScan, scanningRule, type WithoutScanner } from './store.ts'
import { scanWords, words } from './text.ts'

/** Who scans, and what becomes of files while nobody can. */
export async function showScanning(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const rule = await scanningRule(tx)
  const version = hasScanner || rule === 'stand-in' ? await scannerVersion() : null
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.summary) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderState(visit, rule, version),
        hasScanner || rule === 'stand-in' ? nothing : renderPanel({ heading: voice.say(words.rule), body: renderSwitch(visit, rule) }),
        renderPanel({ heading: voice.say(words.kept), body: await renderKept(visit) }),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function renderState({ voice }: Visit, rule: WithoutScanner, version: string | null): Html {
  const title = voice.say(words.scanner)
  if (hasScanner && version !== null) return renderNotice({ voice, kind: 'success', title, body: voice.say(words.isReal, { version }) })
  if (hasScanner) return renderNotice({ voice, kind: 'error', title, body: voice.say(words.isSilent) })
  return renderNotice({ voice, kind: 'warning', title, body: voice.say(rule === 'stand-in' ? words.isStandIn : words.isMissing) })
}

function renderSwitch(visit: Visit, rule: WithoutScanner): Html {
  const { voice } = visit
  return renderForm({
    voice, action: '/staff/attachments', csrfToken: visit.formToken(),
    body: renderField({
      voice, kind: 'radios', name: 'withoutScanner', label: voice.say(words.rule), isRequired: true, value: rule,
      choices: [{ value: 'refuse', label: voice.say(words.refuse) }, { value: 'accept', label: voice.say(words.accept) }],
    }),
    buttons: renderButton({ label: voice.say(words.save) }),
  })
}

async function renderKept({ voice, tx }: Visit): Promise<Html> {
  const rows = await countByScan(tx)
  if (rows.length === 0) return renderEmpty({ title: voice.say(words.none) })
  return renderTable({
    caption: voice.say(words.kept),
    isCaptionHidden: true,
    columns: [{ heading: voice.say(words.state) }, { heading: voice.say(words.files), isNumeric: true }, { heading: voice.say(words.megabytes), isNumeric: true }],
    rows: rows.map(({ scanned, count, bytes }) => [voice.say(scanWords[scanned as ScanState]), voice.number(count), voice.number(Math.ceil(bytes / 1024 / 1024))]),
  })
}

import { renderButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { SIGNING_LIMITS, type paperForm } from '../forms.ts'
import type { PdfVerification } from '../model.ts'
import { verifyPdf } from '../signing.ts'
import { reasonWords, verifyWords } from '../text.ts'

/** Anyone may ask whether a paper is genuine: by the number on it, or by the file itself. */
export async function showVerify(visit: Visit): Promise<Answer> {
  const code = (visit.query['code'] ?? '').normalize('NFKC').replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  if (code !== '') return redirect(`/verify/${code}`)
  return verifyPage(visit, nothing)
}

/** The file is looked at and forgotten; nothing of it is written anywhere. */
export async function verifyPaperSent(visit: Submission<ValuesOf<typeof paperForm>>): Promise<Answer> {
  const { bytes } = visit.values.paper
  const isTooLarge = bytes.length > SIGNING_LIMITS.paperMegabytes * 1e6
  const found = isTooLarge ? NOT_READ : await verifyPdf(visit, bytes)
  return verifyPage(visit, renderVerification(visit.voice, found))
}

const NOT_READ: PdfVerification = { isGenuine: false, reasons: ['not-whole'], signer: null, signedAt: null, level: null }

export async function askPaperAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { voice, problems } = visit
  const problem = problems['paper']
  return verifyPage(visit, nothing, problem === undefined ? undefined : voice.say(problem.phrase, problem.values))
}

function verifyPage({ voice, formToken }: Visit, result: Html, error?: Html): Answer {
  const main = html`
    ${renderPageTitle({ title: voice.say(verifyWords.title), lead: voice.say(verifyWords.lead) })}
    ${result}
    ${renderHeading({ level: 2, content: voice.say(verifyWords.byCode) })}
    ${renderForm({
      voice, action: '/verify', method: 'get',
      body: renderField({ voice, kind: 'text', name: 'code', label: voice.say(verifyWords.code), hint: voice.say(verifyWords.codeHint), isRequired: true, autocomplete: 'off' }),
      buttons: renderButton({ label: voice.say(verifyWords.checkCode) }),
    })}
    ${renderHeading({ level: 2, content: voice.say(verifyWords.byFile) })}
    ${renderForm({
      voice, action: '/verify', csrfToken: formToken(), hasFiles: true,
      body: renderField({ voice, kind: 'file', name: 'paper', label: voice.say(verifyWords.file), hint: voice.say(verifyWords.fileHint), isRequired: true, accept: '.pdf,application/pdf', ...(error === undefined ? {} : { error }) }),
      buttons: renderButton({ label: voice.say(verifyWords.check) }),
    })}`
  return shown({ title: voice.plain(verifyWords.title), main, status: error === undefined ? 200 : 422 })
}

function renderVerification(voice: Voice, { isGenuine, reasons, signer, signedAt }: PdfVerification): Html {
  const facts = [
    ...(signer === null ? [] : [{ term: voice.say(verifyWords.signedBy), description: signer.name }]),
    ...(signedAt === null ? [] : [{ term: voice.say(verifyWords.signedAt), description: minuteOf(signedAt) }]),
    ...(reasons.length === 0 ? [] : [{ term: voice.say(verifyWords.findings), description: reasons.map((reason) => voice.say(reasonWords[reason])) }]),
  ]
  return renderNotice({
    voice, kind: isGenuine ? 'success' : 'error', isAnnounced: true,
    title: voice.say(isGenuine ? verifyWords.genuine : verifyWords.notGenuine),
    body: html`<p>${voice.say(isGenuine ? verifyWords.genuineBody : verifyWords.askIssuer)}</p>${renderFactsList({ facts })}`,
  })
}

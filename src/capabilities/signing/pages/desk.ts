import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { settingsOf } from '../authority/city-settings.ts'
import type { CertificateRole, KeptCertificate } from '../model.ts'
import { stampState, type StampState } from '../signing.ts'
import { countSignatures, findCurrent, listCertificates } from '../store.ts'
import { roleWords, words } from '../text.ts'

const COUNTED_DAYS = 30

/** The officer's page: what signs, until when, how much was signed, whether the time-stamp authority answers. */
export async function showSigningDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, city } = visit
  const certificates = await listCertificates(tx)
  const current = new Set<string>()
  for (const role of ['root', 'signer', 'time-stamper'] as const) current.add((await findCurrent(tx, role))?.id ?? '')
  const counts = await countSignatures(tx, tx.now.subtract({ hours: COUNTED_DAYS * 24 }))
  const isOfficial = settingsOf(city).official !== undefined
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderNotice({ voice, kind: isOfficial ? 'success' : 'info', title: voice.say(isOfficial ? words.official : words.testAuthority), body: isOfficial ? nothing : voice.say(words.testAuthorityBody) })}
    ${renderStampState(voice, await stampState(visit))}
    ${renderHeading({ level: 2, content: voice.say(words.certificates) })}
    ${renderCertificates(visit, certificates, current)}
    ${renderCluster({ parts: (['signer', 'time-stamper', 'root'] as const).map((role) => renderRenewal(visit, role)) })}
    ${renderHeading({ level: 2, content: voice.say(words.counts) })}
    ${counts.length === 0 ? renderEmpty({ icon: 'document', title: voice.say(words.noCounts), body: voice.say(words.noCountsBody) }) : renderTable({
      caption: voice.say(words.counts), isCaptionHidden: true,
      columns: [{ heading: voice.say(words.service) }, { heading: voice.say(words.level), width: 'narrow' }, { heading: voice.say(words.count), isNumeric: true }],
      rows: counts.map(({ service, level, count }) => [titleOf(visit, service), level, voice.number(count)]),
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function titleOf({ directory, voice }: Visit, service: string): Html | string {
  const part = directory.parts.find(({ name }) => name === service)
  return part === undefined ? service : voice.say(part.title)
}

function renderStampState(voice: Voice, state: StampState): Html {
  const title = voice.say(state.answers ? words.stampAnswers : words.stampSilent)
  const body = state.answers ? (state.isStandIn ? voice.say(words.stampStandIn) : nothing) : html`<code>${state.detail}</code>`
  return renderNotice({ voice, kind: state.answers ? 'success' : 'error', title, body })
}

function renderRenewal({ voice, formToken }: Visit, role: CertificateRole): Html {
  const label = html`${voice.say(words.renew)}: ${voice.say(roleWords[role])}`
  return renderForm({ voice, action: '/staff/signing/renew', csrfToken: formToken(), hidden: { role }, body: nothing, buttons: renderButton({ label, kind: 'secondary', size: 'small' }) })
}

function renderCertificates({ voice, tx }: Visit, certificates: readonly KeptCertificate[], current: ReadonlySet<string>): Html {
  return renderTable({
    caption: voice.say(words.certificates), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.role) }, { heading: voice.say(words.state), width: 'narrow' }, { heading: voice.say(words.validity) },
      { heading: voice.say(words.algorithm), width: 'narrow' }, { heading: voice.say(words.serialNumber) }, { heading: voice.say(words.revoke), width: 'narrow' },
    ],
    rows: certificates.map((one) => {
      const [phrase, tone] = stateOf(one, current, tx.now)
      return [
        voice.say(roleWords[one.role]), renderBadge({ label: voice.say(phrase), tone }), `${dayOf(one.validFrom).toString()} – ${dayOf(one.validTo).toString()}`, one.algorithm, html`<code>${one.serialNumber}</code>`,
        one.revokedAt === null && one.role !== 'root' ? renderLinkButton({ href: `/staff/signing/certificates/${one.id}/revoke`, label: voice.say(words.revoke), kind: 'danger', size: 'small' }) : '',
      ]
    }),
  })
}

function stateOf({ id, revokedAt, validTo }: KeptCertificate, current: ReadonlySet<string>, now: Temporal.Instant): readonly [Phrase<never>, BadgeTone] {
  if (revokedAt !== null) return [words.revoked, 'error']
  if (current.has(id)) return [words.inUse, 'success']
  return Temporal.Instant.compare(validTo, now) <= 0 ? [words.ended, 'neutral'] : [words.verifiesOnly, 'info']
}

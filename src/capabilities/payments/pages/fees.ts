import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Rate } from '../model.ts'
import { rateOn } from '../rules/rates.ts'
import { listRates } from '../store/rates.ts'
import { feeWords } from '../text/fee-words.ts'
import { deskCrumb, said, yenText } from './frame.ts'

/** The table of fees, with what holds today. */
export async function showFees(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const rates = await listRates(tx)
  const main = html`${renderPageTitle({
      title: voice.say(feeWords.title), lead: voice.say(feeWords.lead),
      actions: renderCluster({
        parts: [
          renderLinkButton({ href: '/staff/payments/fees.xlsx', label: voice.say(feeWords.exportXlsx), kind: 'secondary', icon: 'download' }),
          renderLinkButton({ href: '/staff/imports', label: voice.say(feeWords.import), kind: 'secondary', icon: 'upload' }),
        ],
      }),
    })}
    ${rates.length === 0 ? renderEmpty({ icon: 'money', title: voice.say(feeWords.none), body: voice.say(feeWords.noneBody) }) : renderTable({
      caption: voice.say(feeWords.title), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [
        { heading: voice.say(feeWords.fee), width: 'wide' }, { heading: voice.say(feeWords.yen), isNumeric: true }, { heading: voice.say(feeWords.validFrom), width: 'narrow' },
        { heading: voice.say(feeWords.validTo), width: 'narrow' }, { heading: voice.say(feeWords.source), width: 'wide' },
      ],
      rows: rates.map((rate) => [
        html`${said(rate.label, voice)} ${stateOf(visit, rate, rates)}<br><code>${rate.fee}${rate.reduction === '' ? '' : ` / ${rate.reduction}`}</code>`,
        yenText(voice, rate.yen), rate.validFrom.toString(), rate.validTo?.toString() ?? '–',
        html`${rate.source} ${rate.isInvented ? renderBadge({ label: voice.say(feeWords.invented) }) : nothing}`,
      ]),
    })}`
  return shown({ title: voice.plain(feeWords.title), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

function stateOf({ voice, tx }: Visit, rate: Rate, rates: readonly Rate[]): Html {
  const own = rates.filter(({ fee, reduction }) => fee === rate.fee && reduction === rate.reduction)
  if (rateOn(own, tx.today) === rate) return renderBadge({ label: voice.say(feeWords.now), tone: 'success' })
  const isToCome = Temporal.PlainDate.compare(rate.validFrom, tx.today) > 0
  return renderBadge({ label: voice.say(isToCome ? feeWords.toCome : feeWords.over), tone: isToCome ? 'info' : 'neutral' })
}

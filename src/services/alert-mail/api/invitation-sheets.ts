import { readFileSync } from 'node:fs'
import { toString as drawQr } from 'qrcode'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { keptClass } from '../pages/school-visit.ts'
import { joinCode } from '../rules/personal-links.ts'
import { classTitle } from '../rules/school-year.ts'
import { listGuardians } from '../store/guardians.ts'
import { guardianWords as words } from '../text/guardian-words.ts'

/** A class's open invitations on A4, four to a sheet, each with its own code and QR; in all four languages, as the school hands out one paper. */
export async function showInvitationSheets(visit: Visit): Promise<Answer> {
  const { school, one } = await keptClass(visit, 'print invitation codes')
  const { tx, seal, client, city } = visit
  const open = (await listGuardians(tx, [one.id])).filter(({ state, invitedAddress }) => state === 'invited' && invitedAddress === null)
  if (open.length === 0) throw new Fault('not-found', 'there is nobody to be invited by sheet')
  const strips = []
  for (const guardian of open) {
    const code = joinCode(seal, guardian)
    const qr = await drawQr(`${client.origin}/schools/join/${code}`, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
    strips.push({ child: guardian.childLabel, code, qr })
  }
  const title = `${plainIn(school.name.ja, 'ja')} ${classTitle(school.kind, one)}`
  const printed = await printPdf({
    template: readFileSync(new URL('./invitation-sheets.typ', import.meta.url), 'utf8'),
    content: {
      title, class: title, heading: plainIn(words.sheetTitle.ja, 'ja'), steps: LANGUAGES.map((language) => plainIn(words.sheetSteps[language], language)),
      address: `${client.origin}/schools/join`, qrLabel: plainIn(words.code.ja, 'ja'), strips,
    },
    title, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the sheets cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf')
}

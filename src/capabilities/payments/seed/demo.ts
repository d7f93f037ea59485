import { createHash } from 'node:crypto'
import { householdsOn, stateOn } from '#kernel/world/on-a-day.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SettleTerms } from '#kernel/service/manifest.ts'
import type { World } from '#kernel/world/world.ts'
import { takeAgentFile } from '../actions/agent-file.ts'
import { issueSlip } from '../actions/slip.ts'
import { cancelPayment, feeOn, requestPayment } from '../payments.ts'
import { readAgentFile, writeAgentFile } from '../rules/agent-file.ts'
import { paymentSettings } from '../rules/settings.ts'
import { findRequest } from '../store/requests.ts'
import { listSlipsOf } from '../store/slips.ts'

/** What became of each of the demo's requests; as many households of the first circle have one. */
const FATES = ['open', 'slip', 'paid', 'open', 'paid', 'cancelled', 'paid-twice', 'open', 'slip', 'free', 'paid', 'open'] as const

const FEES = ['certificates.resident-copy', 'dog-registry.vaccination-tag', 'certificates.seal-certificate'] as const

/** A few requests of invented residents, in every state that a desk meets; nothing where the city has no such fees. */
export async function settlePayments(tx: Tx, world: World, { city, isFirst }: SettleTerms): Promise<void> {
  if (!isFirst) return
  const settings = paymentSettings(city)
  const heads = [...householdsOn(world, tx.today).values()].flatMap(([head]) => head ?? []).slice(0, FATES.length)
  const digits: { readonly digits: string; readonly times: number }[] = []
  for (const [index, head] of heads.entries()) {
    const fee = FEES[index % FEES.length] ?? FEES[0]
    const fate = FATES[index] ?? 'open'
    const isFree = fate === 'free' && fee === 'certificates.resident-copy'
    const price = await feeOn(tx, { fee, on: tx.today })
    if (!price.ok) continue
    const { id, amountYen } = await requestPayment(tx, {
      lines: [{ fee, quantity: 1 + (index % 2), ...(isFree ? { reduction: 'welfare' } : {}) }], reference: `payments:demo-${head.id}`, title: price.label,
      owner: { accountId: null, name: stateOn(head, tx.today)?.name.registered ?? '' }, returnPath: '/', dueOn: tx.today.add({ days: 5 + index }),
    })
    if (fate === 'cancelled') await cancelPayment(tx, `payments:demo-${head.id}`, '申請の取下げ(デモ)')
    const request = await findRequest(tx, { id })
    if (amountYen === 0 || request === undefined || !['slip', 'paid', 'paid-twice'].includes(fate)) continue
    await issueSlip(tx, request, settings)
    const [slip] = await listSlipsOf(tx, id)
    if (slip !== undefined && fate !== 'slip') digits.push({ digits: slip.digits, times: fate === 'paid-twice' ? 2 : 1 })
  }
  await bringPrompt(tx, digits)
}

/** Yesterday’s prompt file of the agent, in its own layout and read by its own reader. */
async function bringPrompt(tx: Tx, paid: readonly { readonly digits: string; readonly times: number }[]): Promise<void> {
  if (paid.length === 0) return
  const records = paid.flatMap(({ digits, times }) => Array.from({ length: times }, (_, nth) => ({
    agentNumber: `DEMO${digits.slice(8, 22)}${nth}`, act: 'paid' as const, digits, yen: Number(digits.slice(37, 43)),
    paidAt: tx.now.subtract({ hours: 20 - nth }).toString(), cashOn: '', shop: '架空店001',
  })))
  const rows = writeAgentFile({ agent: 'STANDIN', stage: 'prompt', sentOn: tx.today.toString(), records })
  const read = readAgentFile(rows)
  if (read.ok) await takeAgentFile(tx, { name: 'agent-prompt-demo.csv', sha256: createHash('sha256').update(JSON.stringify(rows)).digest() }, read.file)
}

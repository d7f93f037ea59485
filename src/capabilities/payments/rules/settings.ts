import { z } from 'zod'
import { CityPackFault, jsonOf, type City } from '#kernel/city/city.ts'

const shape = z.object({
  /** Six digits that name the city as the issuer of slips (GS1 Japan); without them there are no slips. */
  slipIssuer: z.string().regex(/^\d{6}$/).optional(),
  /** Name of the collecting agent as the slip prints it. */
  slipAgent: z.string().max(40).default(''),
  /** Largest amount of a slip, in yen: what the shops take. */
  slipMostYen: z.int().min(1).max(999_999).default(300_000),
  /** Largest amount by card, in yen: as agreed with the 指定納付受託者. */
  cardMostYen: z.int().min(1).default(300_000),
  /** Days before the due day on which the payer is reminded. */
  remindDays: z.int().min(0).max(30).default(3),
  /** Where the money is asked for, as slips and receipts print it. */
  office: z.string().max(60).default(''),
  telephone: z.string().max(20).default(''),
  /** Figures and codes of a demo. */
  isInvented: z.boolean().default(false),
})

export type PaymentSettings = z.infer<typeof shape>

/** What the city has set up in `payments.json`. Throws `CityPackFault` naming the field. */
export function paymentSettings(city: City): PaymentSettings {
  const read = shape.safeParse(jsonOf(city, 'payments.json') ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new CityPackFault(`${city.folder}/payments.json: ${issue?.path.join('.')}: ${issue?.message}`)
}

import type { CardHolder } from '../model.ts'

/** Attributes as they lie sealed in a case. */
export function writeAttributes({ name, birthDate, address, sex }: CardHolder): string {
  return JSON.stringify({ name, birthDate: birthDate.toString(), address, sex })
}

export function readAttributes(text: string): CardHolder {
  const { name, birthDate, address, sex } = JSON.parse(text) as { name: string; birthDate: string; address: string; sex: CardHolder['sex'] }
  return { name, birthDate: Temporal.PlainDate.from(birthDate), address, sex }
}

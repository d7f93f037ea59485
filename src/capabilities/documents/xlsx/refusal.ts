import type { CellPlace } from './address.ts'

export const XLSX_REFUSALS = [
  'empty-file',
  'not-a-workbook',
  'password-protected',
  'old-excel-format',
  'damaged',
  'too-large',
  'too-many-parts',
  'compressed-too-much',
  'document-type-declaration',
  'macros',
  'external-links',
  'embedded-objects',
  'too-many-cells',
  'cell-too-long',
] as const
export type XlsxRefusalReason = (typeof XLSX_REFUSALS)[number]

/** Leaves the depths of a parser; the front door turns it into a value, so nobody outside ever catches it. */
export class XlsxRefusal extends Error {
  readonly reason: XlsxRefusalReason
  readonly at: CellPlace | null

  constructor(reason: XlsxRefusalReason, detail = '', at: CellPlace | null = null) {
    super(detail)
    this.reason = reason
    this.at = at
  }
}

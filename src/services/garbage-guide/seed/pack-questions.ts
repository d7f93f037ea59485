import { wrong, type PackRow } from './pack-rows.ts'

export interface AskedWord {
  readonly word: string
  readonly timesAsked: number
}

export function questionsIn(rows: readonly PackRow[]): AskedWord[] {
  return rows.map((row) => {
    const times = row.filled('timesAsked')
    if (!/^[1-9]\d{0,3}$/.test(times)) wrong(row.at, 'timesAsked', `“${times}” is no number from 1 to 9999`)
    return { word: row.filled('word'), timesAsked: Number(times) }
  })
}

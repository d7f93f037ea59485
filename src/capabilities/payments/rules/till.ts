/** Notes and coins in circulation, by value in yen (通貨の単位及び貨幣の発行等に関する法律; 日本銀行券). */
export const PIECES = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1] as const
export const MOST_PIECES = 9_999

/** How many of each value; a value that is not named is not there. */
export type PieceCount = Readonly<Record<string, number>>

export function countedYen(count: PieceCount): number {
  return PIECES.reduce((sum, value) => sum + value * (count[String(value)] ?? 0), 0)
}

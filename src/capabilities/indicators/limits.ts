/** Every limit of counting and showing evidence, in one place. */
export const INDICATOR_LIMITS = {
  /** Facts that one step of the backfill counts in one transaction. */
  backfillFacts: 10_000,
  /** Longest period that is asked for. */
  periodMonths: 120,
  factsOnPage: 50,
  /** Facts looked at to fill one page; behind them the page ends, and the next goes on from there. */
  factsLookedAt: 20_000,
  factsReadAtATime: 1_000,
  /** Facts named as the difference to a frozen figure. */
  differenceFacts: 200,
  /** Conditions of one definition. */
  conditions: 20,
} as const

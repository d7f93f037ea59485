import type { Contact, Notice, PersonalChannelKey } from '../model.ts'
import { RESULT, type Sheet, type SheetState } from '../store/sheets.ts'
import type { Outcome } from './channel.ts'

/** A sheet that this process works on: what was told of its contacts, and when. */
export class SheetInHand {
  readonly sheet: Sheet
  readonly notice: Notice
  readonly channel: PersonalChannelKey
  /** Beside the sheet's contacts; undefined for those that are no longer written to. */
  readonly contacts: readonly (Contact | undefined)[]
  readonly results: number[]
  /** When each was handed over. */
  readonly handedAt: (Temporal.Instant | undefined)[] = []
  /** Of those that were refused, and of those that are to be tried again. */
  readonly answers = new Map<number, Exclude<Outcome, { kind: 'handed' }>>()
  firstHandedAt: Temporal.Instant | null = null
  lastHandedAt: Temporal.Instant | null = null
  state: SheetState['state'] = 'held'
  lastError: string | null = null
  /** Whether something is not written down yet. */
  isFresh = false

  constructor(sheet: Sheet, notice: Notice, channel: PersonalChannelKey, contactOf: (id: string) => Contact | undefined) {
    this.sheet = sheet
    this.notice = notice
    this.channel = channel
    this.contacts = sheet.contacts.map(contactOf)
    this.results = [...sheet.results]
  }

  /** Indexes of those that still wait. */
  waiting(): number[] {
    return [...this.results.keys()].filter((index) => this.results[index] === RESULT.waits)
  }

  tell(index: number, outcome: Outcome, at: Temporal.Instant): void {
    if (this.results[index] !== RESULT.waits) return
    this.results[index] = resultOf(outcome)
    this.isFresh = true
    if (outcome.kind !== 'handed') this.answers.set(index, outcome)
    else {
      this.handedAt[index] = at
      this.firstHandedAt ??= at
      this.lastHandedAt = at
    }
  }

  /** Nothing more is told of it by this process: it is done, or goes back for somebody else to go on with. */
  layDown(error: string | null): void {
    this.state = this.results.includes(RESULT.waits) ? 'waiting' : 'done'
    this.lastError = error
    this.isFresh = true
  }

  written(): SheetState {
    const { sheet, channel, results, state, lastHandedAt, lastError } = this
    return { noticeId: sheet.noticeId, channel, number: sheet.number, results: [...results], state, handedAt: lastHandedAt, lastError }
  }

  get key(): string {
    return `${this.sheet.noticeId} ${this.channel} ${this.sheet.number}`
  }
}

function resultOf(outcome: Outcome): number {
  if (outcome.kind === 'handed') return RESULT.handed
  return outcome.kind === 'refused' ? RESULT.refused : RESULT.later
}

/**
 * Thrown when the program itself builds a value that cannot exist: half a yen, a thirteenth month. Text that people
 * typed never comes this far; it goes through a `parse…` function, whose refusal is a value.
 */
export class InvalidValue extends Error {
  /** Which value was to be built, e.g. `yen`. */
  readonly kind: string
  /** Why it cannot be, as a stable code, e.g. `not-a-whole-number`. */
  readonly reason: string
  readonly #input: unknown

  /** `wayOut` says what to do instead. It goes to logs, so it must not repeat the input. */
  constructor(kind: string, input: unknown, reason: string, wayOut: string) {
    super(`${kind}: ${reason}. ${wayOut}`)
    this.name = 'InvalidValue'
    this.kind = kind
    this.reason = reason
    this.#input = input
  }

  /** What was given. Kept out of the message and of what loggers serialise, because it may be about a person. */
  get input(): unknown {
    return this.#input
  }
}

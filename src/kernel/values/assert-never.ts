/** Closes a `switch` over a closed set: a member added later without a case of its own does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(`Nobody foresaw this case: ${JSON.stringify(value)}`)
}

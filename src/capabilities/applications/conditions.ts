/**
 * When a field is asked for, a document is needed, a requirement is met: small expressions over answers, written by
 * procedures as values. The same value decides on the server and is explained to people.
 */
export type Condition =
  | { readonly kind: 'equals'; readonly field: string; readonly value: string | number | boolean }
  | { readonly kind: 'includes'; readonly field: string; readonly value: string }
  | { readonly kind: 'filled'; readonly field: string }
  | { readonly kind: 'at-least'; readonly field: string; readonly value: number }
  | { readonly kind: 'at-most'; readonly field: string; readonly value: number }
  | { readonly kind: 'on-or-after'; readonly field: string; readonly day: string }
  | { readonly kind: 'on-or-before'; readonly field: string; readonly day: string }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Yes, no, or not yet known: what nobody has answered yet is neither (Kleene's three values). */
export type Outcome = 'yes' | 'no' | 'unknown'

export function equals(field: string, value: string | number | boolean): Condition {
  return { kind: 'equals', field, value }
}

/** One of several ticked choices. */
export function includes(field: string, value: string): Condition {
  return { kind: 'includes', field, value }
}

export function filled(field: string): Condition {
  return { kind: 'filled', field }
}

export function atLeast(field: string, value: number): Condition {
  return { kind: 'at-least', field, value }
}

export function atMost(field: string, value: number): Condition {
  return { kind: 'at-most', field, value }
}

/** `day` as YYYY-MM-DD. */
export function onOrAfter(field: string, day: string): Condition {
  return { kind: 'on-or-after', field, day }
}

export function onOrBefore(field: string, day: string): Condition {
  return { kind: 'on-or-before', field, day }
}

export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of }
}

export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of }
}

export function not(of: Condition): Condition {
  return { kind: 'not', of }
}

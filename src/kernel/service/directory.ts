import type { Actor } from '#kernel/access/actor.ts'
import { may } from '#kernel/access/actor.ts'
import type { Entrance, Manifest } from './manifest.ts'

/** What a city has, derived from the manifests: the doors on the top page, the staff desk, the duties. */
export class Directory {
  readonly parts: readonly Manifest[]

  constructor(parts: readonly Manifest[]) {
    this.parts = parts
  }

  /** What a city does for people stands before what lies beneath it. */
  entrances(audience: 'residents' | 'staff', actor: Actor): Entrance[] {
    return this.parts
      .toSorted((one, other) => Number(one.kind === 'capability') - Number(other.kind === 'capability'))
      .flatMap((part) => part.entrances ?? [])
      .filter((entrance) => entrance.for === audience)
      .filter((entrance) => entrance.duty === undefined || may(actor, entrance.duty))
      .filter((entrance) => entrance.opensFor?.(actor, this.parts) ?? true)
  }

  part(name: string): Manifest | undefined {
    return this.parts.find((part) => part.name === name)
  }
}

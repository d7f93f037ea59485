import type { Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'

/** A part as it is used, for the page of examples and for the tests that go over all of them. */
export interface Example {
  readonly title: Phrase<never>
  readonly render: (voice: Voice) => Html
}

/** The examples of one part. */
export interface ExamplePage {
  /** The part's folder. */
  readonly name: string
  readonly title: Phrase<never>
  readonly examples: readonly Example[]
}

import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { NEWS_TOPICS } from './model.ts'

const told = { privacy: 'public' } as const
const item = { item: z.string().meta(told), topic: z.enum(NEWS_TOPICS).meta(told) }

/** Subjects are the items' ids. */
export const facts = {
  /** An item went out to its readers; `languages` is in how many it could be read at that moment. */
  published: factType('multilingual-news.published', z.object({
    ...item, kind: z.enum(['news', 'digest']).meta(told), languages: z.int().meta(told), people: z.int().meta(told), way: z.enum(['alone', 'two-people', 'seed']).meta(told),
  })),
  /** An item can be read in a language; `minutesLate` counts from its publication, 0 where it was there from the start. */
  translated: factType('multilingual-news.translated', z.object({
    ...item, language: z.enum(LANGUAGES).meta(told), origin: z.enum(['human', 'machine']).meta(told), minutesLate: z.int().meta(told),
  })),
  /** A published item says something else than before. */
  corrected: factType('multilingual-news.corrected', z.object({ ...item })),
  withdrawn: factType('multilingual-news.withdrawn', z.object({ ...item })),
}

/** Facts after which what residents read is another. */
export const NEWS_CHANGES = ['multilingual-news.*']

import { TELEGRAM_LIMITS } from './limits.ts'
import { TelegramRefused } from './refusal.ts'
import type { XmlElement } from './xml-tree.ts'

/** The first child of that name, or undefined. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Follows names downwards through the first child of each. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => childOf(found, name), element)
}

/** All elements that are reached by the names, through every child. */
export function allAt(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>((found, name) => found.flatMap((each) => childrenOf(each, name)), element === undefined ? [] : [element])
}

/** A name, a code: short text; empty where there is none. */
export function wordAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  const word = at(element, ...path)?.text ?? ''
  if (word.length > TELEGRAM_LIMITS.wordLetters) throw new TelegramRefused('bad-value', path.join('/'), `${word.length} letters`)
  return word
}

export function neededWord(element: XmlElement, ...path: readonly string[]): string {
  const word = wordAt(element, ...path)
  if (word === '') throw new TelegramRefused('missing', path.join('/'), 'is empty or not there')
  return word
}

export function neededWordOf<Word extends string>(element: XmlElement, words: readonly Word[], ...path: readonly string[]): Word {
  const word = neededWord(element, ...path)
  const known = words.find((each) => each === word)
  if (known === undefined) throw new TelegramRefused('bad-value', path.join('/'), word)
  return known
}

/** xs:dateTime with its offset; a time without one says nothing about when. */
export function neededInstant(element: XmlElement, ...path: readonly string[]): Temporal.Instant {
  const found = instantAt(element, ...path)
  if (found === null) throw new TelegramRefused('missing', path.join('/'), 'is empty or not there')
  return found
}

export function instantAt(element: XmlElement, ...path: readonly string[]): Temporal.Instant | null {
  const word = wordAt(element, ...path)
  if (word === '') return null
  try {
    return Temporal.Instant.from(word)
  } catch {
    throw new TelegramRefused('bad-value', path.join('/'), word)
  }
}

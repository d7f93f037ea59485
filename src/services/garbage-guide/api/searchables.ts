import { changedBy, type Searchable, type SearchDocument } from '#capabilities/search/search.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { html, join } from '#kernel/html/html.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import type { Item, WasteClass, Wording } from '../model.ts'
import { compareText } from '../rules/fifty-sounds.ts'
import { listClasses, listItems } from '../store/guide.ts'
import { words } from '../text/guide-words.ts'

/** The things of the guide in the city's search: how a thing is put out stands on the page of results itself. */
export const itemSearchable: Searchable = {
  kind: 'garbage-items',
  title: words.title,
  changes: [
    changedBy(facts.itemAdded, ({ body }) => [body.item]),
    changedBy(facts.itemChanged, ({ body }) => [body.item]),
    changedBy(facts.itemRemoved, ({ body }) => [body.item]),
    // Every item is found by the words of its class.
    changedBy(facts.frameChanged, ({ body }) => (body.kind === 'class' ? 'all' : [])),
    changedBy(facts.seeded, () => 'all'),
  ],
  list: async (tx, { after, limit }) => {
    const classes = await classesByKey(listClasses(tx))
    const items = (await listItems(tx)).toSorted((one, other) => compareText(one.key, other.key))
    return items.filter(({ key }) => after === null || key > after).slice(0, limit).map((item) => documentOf(item, classes))
  },
  load: async (tx, keys) => {
    const classes = await classesByKey(listClasses(tx))
    const wanted = new Set(keys)
    return (await listItems(tx)).filter(({ key }) => wanted.has(key)).map((item) => documentOf(item, classes))
  },
  answers: async (tx, keys, { language }) => {
    const classes = await classesByKey(listClasses(tx))
    const wanted = new Set(keys)
    const items = (await listItems(tx)).filter(({ key }) => wanted.has(key))
    return new Map(items.map((item) => [item.key, answerOf(item, classes, language)]))
  },
}

type Classes = ReadonlyMap<string, WasteClass>

async function classesByKey(listed: Promise<readonly WasteClass[]>): Promise<Classes> {
  return new Map((await listed).map((each) => [each.key, each]))
}

function documentOf(item: Item, classes: Classes): SearchDocument {
  const others = LANGUAGES.filter((language) => language !== 'ja')
  return {
    key: item.key,
    title: item.name.ja,
    reading: [item.reading, ...item.aliases].join('\n'),
    text: textOf(item, classes, 'ja'),
    otherLanguages: Object.fromEntries(others.map((language) => [language, { title: item.name[language], text: textOf(item, classes, language) }])),
    href: `/garbage/items/${item.key}`,
    audience: 'everyone',
  }
}

function textOf({ ways }: Item, classes: Classes, language: keyof Wording): string {
  return ways.flatMap(({ classKey, size, note }) => [classes.get(classKey)?.name[language] ?? '', size[language], note[language]]).filter((part) => part !== '').join('\n')
}

function answerOf({ ways }: Item, classes: Classes, language: keyof Wording) {
  const lines = ways.flatMap(({ classKey, size, note }) => {
    const found = classes.get(classKey)
    if (found === undefined) return []
    const rest = [size[language], note[language]].filter((part) => part !== '').map((part) => html`${part}`)
    return [html`<li>${renderColourLabel({ colour: found.colour, label: found.name[language] })} ${join(rest, ' ')}</li>`]
  })
  return html`<ul class="stack stack-small">${lines}</ul>`
}

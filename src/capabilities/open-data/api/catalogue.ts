import { LANGUAGES, Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { datasetsOf, LICENCES, type Dataset, type UpdateFrequency } from '../open-data.ts'
import { text } from '../text.ts'

/** The city's catalogue in DCAT-AP 3 (JSON-LD), for data portals that gather from many cities. */
export async function catalogueJson({ city, directory, client }: Visit): Promise<Answer> {
  const here = `${client.origin}/open-data`
  const publisher = { '@id': `${client.origin}/`, '@type': 'foaf:Agent', 'foaf:name': inAllLanguages(city.displayName), 'dct:identifier': city.code }
  const catalogue = {
    '@context': CONTEXT,
    '@id': `${here}/catalog.json`,
    '@type': 'dcat:Catalog',
    'dct:title': inAllLanguages(text.title),
    'dct:description': inAllLanguages(text.lead),
    'dct:publisher': publisher,
    'dct:language': ['ja', 'en', 'pt'].map((tag) => ({ '@id': `http://lexvo.org/id/iso639-1/${tag}` })),
    'foaf:homepage': { '@id': here },
    'dcat:dataset': datasetsOf(directory.parts).map(({ dataset }) => ({
      ...describedDataset(dataset, here),
      'dct:publisher': publisher,
      'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': inAllLanguages(dataset.spatial ?? city.displayName), 'dct:identifier': city.code },
    })),
  }
  // Never kept in memory: it names the host by which it was asked for, and a city has several.
  return fileAnswer(JSON.stringify(catalogue, null, 2), 'application/ld+json; charset=utf-8')
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

function describedDataset(dataset: Dataset, here: string): Record<string, unknown> {
  const { id, title, description, keywords, frequency, temporal } = dataset
  const page = `${here}/${id}`
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inAllLanguages(title),
    'dct:description': inAllLanguages(description),
    'dcat:keyword': keywords.flatMap(inAllLanguages),
    'dct:accrualPeriodicity': { '@id': `${EU_VOCABULARY}/frequency/${FREQUENCY_CODES[frequency]}` },
    'dcat:landingPage': { '@id': page },
    ...(temporal === undefined ? {} : { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(temporal.from), 'dcat:endDate': day(temporal.to) } }),
    'dcat:distribution': [
      distribution(dataset, page, 'csv', 'text/csv'),
      distribution(dataset, page, 'json', 'application/json'),
    ],
  }
}

function distribution(dataset: Dataset, page: string, ending: 'csv' | 'json', mediaType: string): Record<string, unknown> {
  return {
    '@id': `${page}.${ending}`,
    '@type': 'dcat:Distribution',
    'dct:title': inAllLanguages(dataset.title),
    'dcat:accessURL': { '@id': page },
    'dcat:downloadURL': { '@id': `${page}.${ending}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dct:format': { '@id': `${EU_VOCABULARY}/file-type/${ending.toUpperCase()}` },
    'dct:license': { '@id': LICENCES[dataset.licence ?? 'cc-by-4.0'].url },
  }
}

/** DCAT-AP 3 takes frequencies and file types from the EU's authority tables. */
const EU_VOCABULARY = 'http://publications.europa.eu/resource/authority'

const FREQUENCY_CODES: Readonly<Record<UpdateFrequency, string>> = {
  continuous: 'UPDATE_CONT',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  annual: 'ANNUAL',
  irregular: 'IRREG',
}

function day(date: string): Record<string, string> {
  return { '@type': 'xsd:date', '@value': date }
}

/** A language-tagged text for each language that says something of its own. */
function inAllLanguages(phrase: Phrase<never>): { '@language': string; '@value': string }[] {
  const texts = LANGUAGES.map((language) => ({ '@language': TAGS[language], '@value': VOICES[language].plain(phrase) }))
  return texts.filter(({ '@value': value }, index) => texts.findIndex((other) => other['@value'] === value) === index)
}

const TAGS: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'ja-x-yasashii', en: 'en', pt: 'pt-BR' }

const VOICES = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Voice({ language, hasFurigana: false, textSize: 'standard' })]),
) as Readonly<Record<Language, Voice>>

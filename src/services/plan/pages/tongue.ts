import type { Mark, MarkScale } from '#design/mark/view.ts'
import { renderProse } from '#design/layout/view.ts'
import { attributes, html, join, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { eraYearOf, formatJapaneseDate } from '#kernel/values/era.ts'
import { fiscalYear, formatFiscalYear } from '#kernel/values/fiscal-year.ts'
import type { Branch, FiscalYearNumber, Owner, PlanDocument, Project } from '../model.ts'
import type { OtherLanguage, PlanWords, Words } from '../store/words.ts'
import { figureName, type FigureReference, type MeasuredFigures, NO_FIGURES, textPieces } from '../rules/figure-references.ts'
import { planWords } from '../text/plan-words.ts'

/**
 * Speaks of a plan to one reader. The plan's own texts are Japanese; its names stand in other languages where the city
 * has given them, and what stays Japanese is marked as Japanese for screen readers and translators.
 */
export class Tongue {
  readonly voice: Voice
  readonly document: PlanDocument
  private readonly words: PlanWords
  /** The counted figures that the texts refer to. */
  private readonly figures: MeasuredFigures
  private readonly shortYears = new Map<FiscalYearNumber, string>()

  constructor(voice: Voice, document: PlanDocument, words: PlanWords, figures: MeasuredFigures = NO_FIGURES) {
    this.voice = voice
    this.document = document
    this.words = words
    this.figures = figures
  }

  /** The same, knowing the figures that the texts refer to. */
  withFigures(figures: MeasuredFigures): Tongue {
    return new Tongue(this.voice, this.document, this.words, figures)
  }

  /** A name in the reader's language, else in Japanese. */
  named(address: string, japanese: string): Html {
    const own = this.words.get(address)
    return own === undefined ? this.japanese(japanese) : html`${own}`
  }

  /** The same for titles and attributes. */
  plainNamed(address: string, japanese: string): string {
    return this.words.get(address) ?? japanese
  }

  /** What the city says of something in the reader's language; undefined where it says nothing. */
  translation(address: string): string | undefined {
    return this.words.get(address)
  }

  /** A text of the plan as it stands. */
  japanese(text: string): Html {
    return this.isForeign ? html`<span lang="ja">${text}</span>` : html`${text}`
  }

  /** A long text of the plan; each figure in it leads to what it was counted from. */
  prose(text: string): Html {
    return renderProse(text, (line) => html`${textPieces(line, this.document.reportYear).map((piece) => this.piece(piece))}`)
  }

  private piece(piece: string | FigureReference): Html {
    if (typeof piece === 'string') return html`${piece}`
    const figure = this.figures.get(figureName(piece))
    if (figure === undefined) return html`${piece.source}`
    return html`<a href="/evidence/${piece.key}?year=${String(piece.year)}">${figure.printed}</a>`
  }

  /** Attributes for a block that holds Japanese. */
  get japaneseBlock(): Html {
    return attributes({ lang: this.isForeign ? 'ja' : null })
  }

  get isForeign(): boolean {
    return this.voice.htmlLang !== 'ja'
  }

  /** Whether the reader did not choose the Japanese that the plan is written in. */
  get isOtherThanPlan(): boolean {
    return this.voice.language !== 'ja'
  }

  projectName({ key, name }: Pick<Project, 'key' | 'name'>): Html {
    return this.named(`projects/${key}/name`, name)
  }

  plainProjectName({ key, name }: Pick<Project, 'key' | 'name'>): string {
    return this.plainNamed(`projects/${key}/name`, name)
  }

  branchName({ key, name }: Pick<Branch, 'key' | 'name'>): Html {
    return this.named(`branches/${key}/name`, name)
  }

  plainBranchName({ key, name }: Pick<Branch, 'key' | 'name'>): string {
    return this.plainNamed(`branches/${key}/name`, name)
  }

  /** A unit of the organisation by the name that is printed, e.g. 政策部. */
  unitName(printed: string): Html {
    return this.named(`units/${printed}/name`, printed)
  }

  plainUnitName(printed: string): string {
    return this.plainNamed(`units/${printed}/name`, printed)
  }

  /** Department, section and group in a row. */
  owner({ department, section, group }: Owner): Html {
    const names = [department, section, group].filter((name) => name !== '').map((name) => this.unitName(name))
    return join(names, this.isForeign ? ' › ' : ' ')
  }

  /** What the city calls a level, e.g. ビジョン; -1 is the lowest, the projects. */
  levelName(position: number): string {
    const { levels } = this.document
    const index = position < 0 ? levels.length + position : position
    return this.plainNamed(`levels/${index}/name`, levels[index] ?? '')
  }

  scaleHeading(scale: MarkScale): Html {
    return this.named(`scales/${scale}/heading`, this.document.scales[scale].heading)
  }

  stepLabel(scale: MarkScale, key: string): string {
    const step = this.document.scales[scale].steps.find((candidate) => candidate.key === key)
    return this.plainNamed(`steps/${scale}/${key}/label`, step?.label ?? key)
  }

  /** A mark for drawing; null where there is none. */
  mark(scale: MarkScale, key: string | null, moment: 'planned' | 'actual' = 'actual'): Mark | null {
    if (key === null) return null
    const step = this.document.scales[scale].steps.find((candidate) => candidate.key === key)
    return { scale, glyph: step?.glyph ?? '?', label: this.stepLabel(scale, key), moment }
  }

  year(year: FiscalYearNumber): Html {
    return sayYear(this.voice, year)
  }

  plainYear(year: FiscalYearNumber): string {
    return plainYear(this.voice, year)
  }

  /** For columns and strips: R3, or 2021 for who does not count in eras. */
  shortYear(year: FiscalYearNumber): string {
    if (this.isForeign) return String(year)
    // A list prints the same few years hundreds of times.
    const known = this.shortYears.get(year) ?? formatFiscalYear(fiscalYear(year), 'short')
    this.shortYears.set(year, known)
    return known
  }
}

/** `令和3年度` with readings; `fiscal 2021` where years are not counted in eras. */
export function sayYear(voice: Voice, year: FiscalYearNumber): Html {
  return voice.say(phraseOfYear(year), { year: yearText(voice, year) })
}

export function plainYear(voice: Voice, year: FiscalYearNumber): string {
  return voice.plain(phraseOfYear(year), { year: yearText(voice, year) })
}

function phraseOfYear(year: FiscalYearNumber): Phrase<'year'> {
  const { era } = eraYearOf(Temporal.PlainDate.from({ year, month: 12, day: 31 }))
  if (era.name === '令和') return planWords.fiscalYearReiwa
  return era.name === '平成' ? planWords.fiscalYearHeisei : planWords.fiscalYearOther
}

function yearText(voice: Voice, year: FiscalYearNumber): string {
  if (voice.htmlLang !== 'ja') return String(year)
  const named = formatFiscalYear(fiscalYear(year)).replace(/^(令和|平成)/, '')
  return named.replace('年度', '')
}

/** A day as the reader writes it. */
export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  if (voice.htmlLang === 'ja') return formatJapaneseDate(day)
  return day.toLocaleString(voice.locale, { year: 'numeric', month: 'long', day: 'numeric' })
}

/** Day and time in Japan. */
export function timeText(voice: Voice, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(TIME_ZONE)
  return `${dayText(voice, local.toPlainDate())} ${clockText(at)}`
}

export function clockText(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(TIME_ZONE)
  return `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
}

export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(TIME_ZONE).toPlainDate()
}

/** All of Japan keeps one time. */
const TIME_ZONE = 'Asia/Tokyo'

/** One of a row's words in the reader's language, else Japanese. */
export function wordOf(voice: Voice, words: Words, name: string, japanese: string): Html {
  const own = voice.language === 'ja' ? undefined : words[name]?.[voice.language as OtherLanguage]
  if (own) return html`${own}`
  return voice.htmlLang === 'ja' ? html`${japanese}` : html`<span lang="ja">${japanese}</span>`
}

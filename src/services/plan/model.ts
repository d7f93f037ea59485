/**
 * The words of the trade. A plan is a tree of branches; a project is one record however often the plan lists it
 * (再掲), and each listing carries its printed number. What a year planned and what was judged are two scales that
 * share glyphs (◎ ○ △) and are never mixed: marks are kept as steps of their scale, glyphs only print them.
 */

/** A fiscal year by the Gregorian year it begins in: 2021 is 令和3年度, 1 April 2021 to 31 March 2022. */
export type FiscalYearNumber = number

export type ScaleName = 'schedule' | 'achievement'

export interface ScaleStep {
  /** What is stored, e.g. `survey`; unique within its scale. */
  readonly key: string
  /** What is printed, e.g. `△`. */
  readonly glyph: string
  /** What it means in the plan's own words, e.g. `調査、検討`. */
  readonly label: string
}

/** The steps of one scale in the order of its legend. Scales are data of the plan, not of the program. */
export interface Scale {
  readonly name: ScaleName
  readonly heading: string
  readonly steps: readonly ScaleStep[]
}

/** A node of the plan's tree above its projects: a vision (ビジョン), a direction (施策の方向性). */
export interface Branch {
  /** Path of the numbers, e.g. `1` for ① and `1-3` for ①(3). */
  readonly key: string
  readonly parentKey: string | null
  /** As printed: `①`, `(3)`. */
  readonly number: string
  readonly name: string
}

/** One place where the plan prints a project. */
export interface Listing {
  /** As printed without marks of repetition, e.g. `①(3)-1`. */
  readonly number: string
  readonly branchKey: string
  readonly projectKey: string
  /** 【再掲】: this line repeats a project that has its main place elsewhere. */
  readonly isRelisting: boolean
  /** 【再掲有】: this is the main place, and the project is listed again elsewhere. */
  readonly hasRelistings: boolean
}

/** A year of a project's line: what was planned, what came (null: nobody has said), and the short text beside it. */
export interface YearCell {
  readonly year: FiscalYearNumber
  /** Step of the schedule scale, or null where the plan leaves the year open. */
  readonly planned: string | null
  readonly actual: string | null
  readonly note: string
}

/** Who answers for a project, as printed: 部, 課, グループ. Several owners stand side by side (joint owners). */
export interface Owner {
  readonly department: string
  readonly section: string
  readonly group: string
}

/** What is written about a project for one fiscal year. */
export interface Sheet {
  readonly year: FiscalYearNumber
  /** 取組実績 */
  readonly results: string
  /** 成果と課題 */
  readonly outcomes: string
  /** 事業達成状況 over the whole period */
  readonly periodStatus: string
  /** Step of the achievement scale, or null where nobody has judged. */
  readonly achievement: string | null
}

export interface Project {
  /** The path of its main listing's number, e.g. `1-3-1` for ①(3)-1: stable, and fit for an address. */
  readonly key: string
  readonly name: string
  readonly purpose: string
  readonly outline: string
  readonly years: readonly YearCell[]
  readonly owners: readonly Owner[]
  readonly sheet: Sheet
}

/** A plan-level text, e.g. 位置付け or 反省点・課題. Paragraphs are separated by line feeds. */
export interface PlanSection {
  readonly key: PlanSectionKey
  readonly heading: string
  readonly body: string
}

export const PLAN_SECTION_KEYS = [
  'position', // 位置付け
  'purpose', // 目的・概要
  'framework', // 計画の骨格
  'results', // 取組実績
  'outcomes', // 成果
  'contribution', // 総合計画推進への寄与度
  'reflection', // 反省点・課題
  'direction', // 今後の方向性
] as const
export type PlanSectionKey = (typeof PLAN_SECTION_KEYS)[number]

/** A result indicator (成果指標). Values stay text as printed: units and qualifiers vary from line to line. */
export interface PlanIndicator {
  readonly number: number
  /** Empty together with `isSet: false` where the plan says 設定なし or leaves the line blank. */
  readonly name: string
  readonly isSet: boolean
  readonly unit: string
  readonly baseline: string
  readonly actual: string
  readonly target: string
}

/** A plan and its report for one fiscal year as one portable value: what is imported, published, printed and exported. */
export interface PlanDocument {
  readonly title: string
  /** The unit that gathers the report, as printed, e.g. `政策部 DX・行革推進室`. */
  readonly issuedBy: string
  readonly reportYear: FiscalYearNumber
  /** First and last fiscal year of the plan. */
  readonly period: { readonly from: FiscalYearNumber; readonly to: FiscalYearNumber }
  /** What the city calls the levels of the tree, top first, e.g. `ビジョン`, `施策の方向性`, `事業`. */
  readonly levels: readonly string[]
  readonly scales: Readonly<Record<ScaleName, Scale>>
  readonly sections: readonly PlanSection[]
  readonly indicators: readonly PlanIndicator[]
  readonly branches: readonly Branch[]
  readonly projects: readonly Project[]
  /** In the order of print. */
  readonly listings: readonly Listing[]
}

/** What the official form calls the plan-level texts; a city's own report may head them otherwise. */
export const FORM_SECTIONS: Readonly<Record<PlanSectionKey, string>> = {
  position: '位置付け',
  purpose: '目的・概要',
  framework: '計画の骨格',
  results: '取組実績',
  outcomes: '成果',
  contribution: '総合計画推進への寄与度',
  reflection: '反省点・課題',
  direction: '今後の方向性',
}

/** The names of an owner in a row, as they stand in the columns 部, 課, グループ. */
export function printedOwner({ department, section, group }: Owner): string {
  return [department, section, group].filter((name) => name !== '').join(' ')
}

// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface PlanTables {
  'plan.branch': BranchTable
  'plan.change': ChangeTable
  'plan.contribution': ContributionTable
  'plan.copy_difference': CopyDifferenceTable
  'plan.figure': FigureTable
  'plan.indicator': IndicatorTable
  'plan.level': LevelTable
  'plan.listing': ListingTable
  'plan.open_question': OpenQuestionTable
  'plan.owner': OwnerTable
  'plan.plan': PlanTable
  'plan.project': ProjectTable
  'plan.published_report': PublishedReportTable
  'plan.reason': ReasonTable
  'plan.report': ReportTable
  'plan.scale': ScaleTable
  'plan.scale_step': ScaleStepTable
  'plan.section': SectionTable
  'plan.sheet': SheetTable
  'plan.unit_alias': UnitAliasTable
  'plan.year_cell': YearCellTable
}

export interface BranchTable {
  /** public: which plan */
  plan_key: string
  /** public: path of the numbers, e.g. 1.3 */
  key: string
  /** public: order of print */
  position: number
  /** public: branch above */
  parent_key: string | null
  /** public: number as printed */
  number: string
  /** public: name */
  name: string
  /** public: name in other languages */
  words: Generated<unknown>
}

export interface ChangeTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: which project, empty for the plan itself */
  project_key: string | null
  /** public: report year in which it was made */
  year: number | null
  /** public: address of the value, e.g. sheet/results */
  field: string
  /** public: what stood there */
  before: string
  /** public: what stands there now */
  after: string
  /** internal: revision of the project or cover that came of it */
  revision: number
  /** public: import, edit, report-file, taken-back or seed */
  cause: string
  /** internal: file or change it came from */
  reference: Generated<string>
  /** personal: who */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: unit of who did it */
  unit_code: string | null
  /** public: when */
  at: Temporal.Instant
}

export interface ContributionTable {
  /** public: which plan */
  plan_key: string
  /** public: order */
  position: number
  /** public: name of the plan above */
  upper_title: string
  /** public: numbers and names down to the measure, with other languages */
  path: unknown
  /** public: name of the plan above in other languages */
  words: Generated<unknown>
}

export interface CopyDifferenceTable {
  /** public: which plan */
  plan_key: string
  /** public: identity, made of kind, number and what stands there */
  contradiction: string
  /** public: which project */
  project_key: string
  /** public: printed number where it shows */
  number: string
  /** public: the texts that differ */
  details: unknown
}

export interface FigureTable {
  /** internal: identity and order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: which project */
  project_key: string
  /** public: fiscal year, empty when tied to none */
  year: number | null
  /** public: result, target, change or outline */
  kind: string
  /** public: what was counted */
  name: string
  /** public: the number as printed */
  value: string
  /** public: unit */
  unit: string
  /** public: day or month of the count */
  as_of: Generated<string>
  /** public: where it was taken from */
  source: Generated<string>
  /** public: name and unit in other languages */
  words: Generated<unknown>
}

export interface IndicatorTable {
  /** public: which plan */
  plan_key: string
  /** public: in the report of which fiscal year */
  year: number
  /** public: number as printed */
  number: number
  /** public: order */
  position: number
  /** public: 成果指標名 */
  name: string
  /** public: false for 設定なし */
  is_set: boolean
  /** public: 単位 */
  unit: string
  /** public: 現状値 */
  baseline: string
  /** public: 実績値 */
  actual: string
  /** public: 目標値 */
  target: string
  /** public: name in other languages */
  words: Generated<unknown>
}

export interface LevelTable {
  /** public: which plan */
  plan_key: string
  /** public: order, top first */
  position: number
  /** public: what the city calls the level, e.g. ビジョン */
  name: string
  /** public: name in other languages */
  words: Generated<unknown>
}

export interface ListingTable {
  /** public: which plan */
  plan_key: string
  /** public: order of print */
  position: number
  /** public: number as printed */
  number: string
  /** public: below which branch */
  branch_key: string
  /** public: which project */
  project_key: string
  /** public: 再掲 */
  is_relisting: boolean
  /** public: 再掲有 */
  has_relistings: boolean
}

export interface OpenQuestionTable {
  /** public: which plan */
  plan_key: string
  /** public: identity within the imported file */
  question: string
  /** public: order in the file */
  position: number
  /** public: row as printed */
  row_label: string
  /** public: column as printed */
  column_label: string
  /** public: kind of question */
  kind: string
  /** public: what stands in the file */
  read: string
  /** public: what stands in the plan until somebody answers */
  proposed: string
  /** public: project it is about, empty for the plan itself */
  project_key: string | null
  /** public: values of the reason */
  details: unknown
  /** personal: who said that it is right, empty while open */
  settled_by: string | null
  /** public: when */
  settled_at: Temporal.Instant | null
}

export interface OwnerTable {
  /** internal: identity */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: which project */
  project_key: string
  /** public: order among joint owners */
  position: number
  /** public: 部, as printed */
  department: string
  /** public: 課, as printed */
  section: string
  /** public: グループ, as printed */
  group_name: string
  /** public: the unit meant, empty while nobody knows */
  unit_code: string | null
  /** public: first day, empty since the beginning */
  valid_from: Temporal.PlainDate | null
  /** public: last day, empty while it lasts */
  valid_to: Temporal.PlainDate | null
}

export interface PlanTable {
  /** public: name in addresses, made of the period, e.g. 2017-2021 */
  key: string
  /** public: name of the plan */
  title: string
  /** public: first fiscal year */
  period_from: number
  /** public: last fiscal year */
  period_to: number
  /** public: 基本理念 */
  principle: Generated<string>
  /** public: invented, to try the program */
  is_demo: Generated<boolean>
  /** public: title and principle in other languages */
  words: Generated<unknown>
  /** internal: another one after every alteration */
  version: Generated<string>
}

export interface ProjectTable {
  /** public: which plan */
  plan_key: string
  /** public: name in addresses, stable */
  key: string
  /** public: order */
  position: number
  /** public: 事業名 */
  name: string
  /** public: 目的 */
  purpose: string
  /** public: 概要 */
  outline: string
  /** public: name and purpose in other languages */
  words: Generated<unknown>
  /** internal: counts the changes of the project */
  revision: Generated<number>
}

export interface PublishedReportTable {
  /** public: which plan */
  plan_key: string
  /** public: fiscal year reported on */
  year: number
  /** public: 1 for the first publication */
  revision: number
  /** public: the whole report */
  document: unknown
  /** public: SHA-256 of the document in canonical form */
  sha256: string
  /** internal: newest change of the plan that is in it */
  last_change: number
  /** public: when */
  published_at: Temporal.Instant
  /** personal: who */
  published_by: string
  /** personal: name at that time */
  published_by_name: string
}

export interface ReasonTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: which project */
  project_key: string
  /** public: identity, made of kind, number and what stands there */
  contradiction: string
  /** public: kind of contradiction */
  kind: string
  /** public: the reason */
  text: string
  /** personal: who gave it */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: unit of who gave it */
  unit_code: string | null
  /** public: when */
  at: Temporal.Instant
}

export interface ReportTable {
  /** public: which plan */
  plan_key: string
  /** public: fiscal year reported on */
  year: number
  /** public: title as the document bears it */
  title: string
  /** public: who gathers the report, as printed */
  issued_by: string
  /** internal: counts the changes of the cover */
  revision: Generated<number>
}

export interface ScaleTable {
  /** public: which plan */
  plan_key: string
  /** public: schedule or achievement */
  name: string
  /** public: heading of the legend */
  heading: string
  /** public: heading in other languages */
  words: Generated<unknown>
}

export interface ScaleStepTable {
  /** public: which plan */
  plan_key: string
  /** public: schedule or achievement */
  scale: string
  /** public: what is stored, e.g. survey */
  key: string
  /** public: order in the legend */
  position: number
  /** public: what is printed, e.g. △ */
  glyph: string
  /** public: what it means */
  label: string
  /** public: label in other languages */
  words: Generated<unknown>
}

export interface SectionTable {
  /** public: which plan */
  plan_key: string
  /** public: in the report of which fiscal year */
  year: number
  /** public: which text, e.g. reflection */
  key: string
  /** public: order */
  position: number
  /** public: heading as printed */
  heading: string
  /** public: the text */
  body: string
  /** public: heading and body in other languages */
  words: Generated<unknown>
}

export interface SheetTable {
  /** public: which plan */
  plan_key: string
  /** public: which project */
  project_key: string
  /** public: fiscal year reported on */
  year: number
  /** public: 取組実績 */
  results: string
  /** public: 成果と課題 */
  outcomes: string
  /** public: 事業達成状況 */
  period_status: string
  /** public: the judgement is a step of this scale */
  scale: Generated<string>
  /** public: 事業の達成度, empty while nobody has judged */
  achievement: string | null
}

export interface UnitAliasTable {
  /** public: as printed */
  name: string
  /** public: the unit meant */
  unit_code: string
}

export interface YearCellTable {
  /** public: which plan */
  plan_key: string
  /** public: which project */
  project_key: string
  /** public: fiscal year */
  year: number
  /** public: the marks are steps of this scale */
  scale: Generated<string>
  /** public: step that was planned */
  planned: string | null
  /** public: step that came, empty while nobody has said */
  actual: string | null
  /** public: short text beside the mark */
  note: string
}

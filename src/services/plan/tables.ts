// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface PlanTables {
  'plan.branch': BranchTable
  'plan.budget_line': BudgetLineTable
  'plan.change': ChangeTable
  'plan.comment_answer': CommentAnswerTable
  'plan.contribution': ContributionTable
  'plan.copy_difference': CopyDifferenceTable
  'plan.deputy': DeputyTable
  'plan.direction': DirectionTable
  'plan.direction_choice': DirectionChoiceTable
  'plan.direction_outcome': DirectionOutcomeTable
  'plan.figure': FigureTable
  'plan.indicator': IndicatorTable
  'plan.level': LevelTable
  'plan.listing': ListingTable
  'plan.mark_rule': MarkRuleTable
  'plan.open_question': OpenQuestionTable
  'plan.owner': OwnerTable
  'plan.plan': PlanTable
  'plan.project': ProjectTable
  'plan.published_budget_line': PublishedBudgetLineTable
  'plan.published_report': PublishedReportTable
  'plan.reason': ReasonTable
  'plan.reminder': ReminderTable
  'plan.report': ReportTable
  'plan.reviewer_comment': ReviewerCommentTable
  'plan.round': RoundTable
  'plan.round_field': RoundFieldTable
  'plan.round_sheet': RoundSheetTable
  'plan.round_snapshot': RoundSnapshotTable
  'plan.round_step': RoundStepTable
  'plan.scale': ScaleTable
  'plan.scale_step': ScaleStepTable
  'plan.section': SectionTable
  'plan.sheet': SheetTable
  'plan.succession': SuccessionTable
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

export interface BudgetLineTable {
  /** public: which plan */
  plan_key: string
  /** public: fiscal year of the budget */
  year: number
  /** public: order in the file */
  position: number
  /** public: which project */
  project_key: string
  /** public: 会計 */
  account: string
  /** public: 款 */
  category: string
  /** public: 項 */
  subcategory: string
  /** public: 目 */
  item: string
  /** public: 事業名 in the budget */
  business: string
  /** public: 予算額 */
  budget_yen: number
  /** public: 決算額, empty while the year runs */
  settled_yen: number | null
  /** public: 国庫支出金 */
  national_yen: number
  /** public: 県支出金 */
  prefectural_yen: number
  /** public: 地方債 */
  bonds_yen: number
  /** public: その他の財源 */
  other_yen: number
  /** public: 一般財源 */
  general_yen: number
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

export interface CommentAnswerTable {
  /** internal: order; the latest answer counts */
  id: Generated<number>
  /** public: to which comment */
  comment_id: number
  /** public: the city's answer */
  text: string
  /** personal: who wrote it */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: unit of who wrote it */
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

export interface DeputyTable {
  /** internal: identity */
  id: Generated<number>
  /** personal: in whose place */
  person_id: string
  /** personal: name at that time */
  person_name: string
  /** personal: who acts */
  deputy_id: string
  /** personal: name at that time */
  deputy_name: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day */
  valid_to: Temporal.PlainDate
  /** personal: who named the deputy */
  named_by: string
  /** internal: when */
  named_at: Temporal.Instant
}

export interface DirectionTable {
  /** public: what is stored, e.g. expand */
  key: string
  /** public: order */
  position: number
  /** public: what it is called */
  label: string
  /** public: label in other languages */
  words: Generated<unknown>
}

export interface DirectionChoiceTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: in the report of which fiscal year */
  year: number
  /** public: which project */
  project_key: string
  /** public: which direction */
  direction_key: string
  /** public: why */
  reason: string
  /** personal: who chose */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: unit of who chose */
  unit_code: string | null
  /** public: when */
  at: Temporal.Instant
}

export interface DirectionOutcomeTable {
  /** internal: order */
  id: Generated<number>
  /** public: of which choice */
  choice_id: number
  /** public: what became of it */
  text: string
  /** personal: who told */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: unit of who told */
  unit_code: string | null
  /** public: when */
  at: Temporal.Instant
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

export interface MarkRuleTable {
  /** public: which plan */
  plan_key: string
  /** public: schedule or achievement */
  scale: string
  /** public: threshold, of the target, or baseline, of the way from the baseline to it */
  kind: string
  /** public: step of the scale */
  step: string
  /** public: from how many per cent on */
  at_least_percent: string
  /** public: where the rule was set down */
  source: string
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
  /** public: made from another plan and not published yet */
  is_in_preparation: Generated<boolean>
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

export interface PublishedBudgetLineTable {
  /** public: which plan */
  plan_key: string
  /** public: fiscal year reported on */
  report_year: number
  /** public: which publication of that report */
  revision: number
  /** public: order in the publication, the newest year first */
  position: number
  /** public: fiscal year of the budget */
  year: number
  /** public: which project */
  project_key: string
  /** public: 会計 */
  account: string
  /** public: 款 */
  category: string
  /** public: 項 */
  subcategory: string
  /** public: 目 */
  item: string
  /** public: 事業名 in the budget */
  business: string
  /** public: 予算額 */
  budget_yen: number
  /** public: 決算額, empty where the year was not settled */
  settled_yen: number | null
  /** public: 国庫支出金 */
  national_yen: number
  /** public: 県支出金 */
  prefectural_yen: number
  /** public: 地方債 */
  bonds_yen: number
  /** public: その他の財源 */
  other_yen: number
  /** public: 一般財源 */
  general_yen: number
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

export interface ReminderTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: in which round */
  round_key: string
  /** internal: for which day */
  day: Temporal.PlainDate
  /** personal: who is asked */
  person_id: string
  /** personal: name at that time */
  person_name: string
  /** internal: the sheets that wait, with their stages */
  sheets: unknown
  /** internal: button or timetable */
  cause: string
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: when the mail was handed over, empty while it waits */
  sent_at: Temporal.Instant | null
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

export interface ReviewerCommentTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: about which project */
  project_key: string
  /** public: the comment */
  text: string
  /** personal: which reviewer */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: when */
  at: Temporal.Instant
}

export interface RoundTable {
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: name in addresses, e.g. year-end */
  key: string
  /** public: order within the year */
  position: number
  /** public: plan, mid-year, year-end, outside-review or publication */
  kind: string
  /** public: what the city calls it */
  name: string
  /** public: name in other languages */
  words: Generated<unknown>
  /** public: planned first day */
  opens_on: Temporal.PlainDate
  /** public: last day for writing */
  write_by: Temporal.PlainDate
  /** public: last day for the heads of section */
  section_by: Temporal.PlainDate
  /** public: last day for the heads of department */
  department_by: Temporal.PlainDate
  /** public: last day for the office that gathers */
  office_by: Temporal.PlainDate
  /** public: when it was opened, empty while it is planned */
  opened_at: Temporal.Instant | null
  /** public: when it was closed, empty while it runs */
  closed_at: Temporal.Instant | null
}

export interface RoundFieldTable {
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: in which round */
  round_key: string
  /** public: address of the field, e.g. sheet/results */
  field: string
  /** public: writer for everybody who writes, office for those who gather only */
  opened_for: string
}

export interface RoundSheetTable {
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: in which round */
  round_key: string
  /** public: whose sheet */
  project_key: string
  /** internal: with whom it is */
  stage: string
  /** internal: since when */
  since: Temporal.Instant
}

export interface RoundSnapshotTable {
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: which round */
  round_key: string
  /** public: the whole report */
  document: unknown
  /** public: SHA-256 of the document in canonical form */
  sha256: string
  /** internal: newest change of the plan that is in it */
  last_change: number
  /** public: when */
  closed_at: Temporal.Instant
  /** personal: who */
  closed_by: string
  /** personal: name at that time */
  closed_by_name: string
}

export interface RoundStepTable {
  /** internal: order */
  id: Generated<number>
  /** public: which plan */
  plan_key: string
  /** public: the report of which fiscal year */
  year: number
  /** public: in which round */
  round_key: string
  /** public: whose sheet */
  project_key: string
  /** internal: submit, approve, send-back, withdraw or publish */
  act: string
  /** internal: where it was */
  from_stage: string
  /** internal: where it went */
  to_stage: string
  /** internal: what was said with it */
  comment: string
  /** personal: who */
  by: string
  /** personal: name at that time */
  by_name: string
  /** personal: in whose place, empty when in their own */
  for_name: string
  /** internal: unit of who did it */
  unit_code: string | null
  /** internal: when */
  at: Temporal.Instant
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

export interface SuccessionTable {
  /** public: the plan before */
  from_plan: string
  /** public: its project */
  from_project: string
  /** public: the plan after */
  to_plan: string
  /** public: continued, merged or ended */
  fate: string
  /** public: its project; empty where it ended */
  to_project: string | null
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

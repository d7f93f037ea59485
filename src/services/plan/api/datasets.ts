import type { Dataset, DatasetColumn, DatasetRecord } from '#capabilities/open-data/open-data.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { phrases } from '#kernel/text/text.ts'
import type { PlanDocument } from '../model.ts'
import { reportShapeOf } from '../report/report-shape.ts'
import { findPublicReport, listPlans, type PlanEntry } from '../store/catalogue.ts'
import { planWords } from '../text/plan-words.ts'

const words = phrases({
  title: { ja: '{施策|しさく}・{事業|じぎょう}{一覧|いちらん}', 'ja-x-yasashii': '{計画|けいかく}の {事業|じぎょう}の {一覧|いちらん}', en: 'Plan projects and results', pt: 'Projetos do plano e resultados' },
  description: {
    ja: '{計画|けいかく}に{掲載|けいさい}された{事業|じぎょう}の{番号|ばんごう}、{名前|なまえ}、{目的|もくてき}、{達成度|たっせいど}、{担当|たんとう}です。{再掲|さいけい}も1{行|ぎょう}です。',
    'ja-x-yasashii': '{計画|けいかく}の {事業|じぎょう}の {番号|ばんごう}、{名前|なまえ}、どのくらい できたか、{担当|たんとう}の {課|か}です。',
    en: 'Number, name, purpose, achievement and responsible unit of every listing in the city’s plans, repetitions included.',
    pt: 'Número, nome, objetivo, realização e unidade responsável de cada item dos planos da cidade, com repetições.',
  },
  plan: { ja: '{計画名|けいかくめい}', 'ja-x-yasashii': '{計画|けいかく}の {名前|なまえ}', en: 'Plan', pt: 'Plano' },
  year: { ja: '{報告|ほうこく}の{年度|ねんど}', 'ja-x-yasashii': '{年|とし}', en: 'Fiscal year of the report', pt: 'Ano fiscal do relatório' },
  state: { ja: '{公表|こうひょう}の{状態|じょうたい}', 'ja-x-yasashii': '{発表|はっぴょう}したか', en: 'State', pt: 'Estado' },
  top: { ja: '{最上位|さいじょうい}の{段|だん}', 'ja-x-yasashii': '{一番|いちばん} {上|うえ}の {段|だん}', en: 'Top branch', pt: 'Ramo superior' },
  branch: { ja: '{施策|しさく}', 'ja-x-yasashii': '{施策|しさく}', en: 'Measure', pt: 'Medida' },
  relisting: { ja: '{再掲|さいけい}', 'ja-x-yasashii': 'もういちど ある', en: 'Listed again', pt: 'Repetido' },
  project: { ja: '{事業|じぎょう}コード', 'ja-x-yasashii': '{事業|じぎょう}の {番号|ばんごう}', en: 'Project code', pt: 'Código do projeto' },
  mark: { ja: '{達成度|たっせいど}の{印|しるし}', 'ja-x-yasashii': '{印|しるし}', en: 'Achievement mark', pt: 'Marca de realização' },
  section: { ja: '{課|か}', 'ja-x-yasashii': '{課|か}', en: 'Section', pt: 'Seção' },
  group: { ja: 'グループ', 'ja-x-yasashii': 'グループ', en: 'Group', pt: 'Grupo' },
  keyword: { ja: '{計画|けいかく}', 'ja-x-yasashii': '{計画|けいかく}', en: 'plan', pt: 'plano' },
  evaluation: { ja: '{行政評価|ぎょうせいひょうか}', 'ja-x-yasashii': '{市|し}の {仕事|しごと}の {評価|ひょうか}', en: 'evaluation', pt: 'avaliação' },
  published: { ja: '{公表済|こうひょうず}み', 'ja-x-yasashii': '{発表|はっぴょう}しました', en: 'Published', pt: 'Publicado' },
})

type Words = (typeof words)['plan']

function column(name: string, title: Words, from: DatasetColumn['from'], type: DatasetColumn['type'] = 'text'): DatasetColumn {
  return { name, title, description: title, type, from }
}

/** The listings of every plan of the city, as its pages show them: published where published, else as they stand. */
export const projectsDataset: Dataset = {
  id: 'plan-projects',
  title: words.title,
  description: words.description,
  keywords: [words.keyword, words.evaluation],
  frequency: 'annual',
  emptiedBy: ['plan.*'],
  columns: [
    column('計画名', words.plan, ['plan.plan.title']),
    column('報告年度', words.year, ['plan.report.year'], 'year'),
    column('公表済み', words.published, ['plan.published_report.published_at'], 'boolean'),
    column('番号', planWords.number, ['plan.listing.number']),
    column('再掲', words.relisting, ['plan.listing.is_relisting'], 'boolean'),
    column('事業コード', words.project, ['plan.project.key']),
    column('上位', words.top, ['plan.branch.name']),
    column('施策', words.branch, ['plan.branch.name']),
    column('事業名', planWords.name, ['plan.project.name']),
    column('目的', planWords.purpose, ['plan.project.purpose']),
    column('概要', planWords.outline, ['plan.project.outline']),
    column('達成度の印', words.mark, ['plan.scale_step.glyph']),
    column('達成度', planWords.achievement, ['plan.scale_step.label']),
    column('部', planWords.department, ['plan.owner.department']),
    column('課', words.section, ['plan.owner.section']),
    column('グループ', words.group, ['plan.owner.group_name']),
  ],
  rows: rowsOfPlans,
}

async function* rowsOfPlans(tx: Tx): AsyncGenerator<DatasetRecord> {
  const plans = await listPlans(tx)
  for (const plan of plans) {
    const report = await findPublicReport(tx, plans, { planKey: plan.key })
    if (report !== undefined) yield* rowsOf(plan, report.document, report.publication !== null)
  }
}

function* rowsOf({ title }: PlanEntry, document: PlanDocument, isPublished: boolean): Generator<DatasetRecord> {
  const steps = new Map(document.scales.achievement.steps.map((step) => [step.key, step]))
  const branches = new Map(document.branches.map((branch) => [branch.key, branch]))
  for (const { branch: top, lines } of reportShapeOf(document).parts) {
    for (const { listing, project } of lines) {
      const step = steps.get(project.sheet.achievement ?? '')
      yield {
        計画名: title,
        報告年度: document.reportYear,
        公表済み: isPublished,
        番号: listing.number,
        再掲: listing.isRelisting,
        事業コード: project.key,
        上位: top.name,
        施策: branches.get(listing.branchKey)?.name ?? '',
        事業名: project.name,
        目的: project.purpose,
        概要: project.outline,
        達成度の印: step?.glyph ?? null,
        達成度: step?.label ?? null,
        部: joined(project.owners.map(({ department }) => department)),
        課: joined(project.owners.map(({ section }) => section)),
        グループ: joined(project.owners.map(({ group }) => group)),
      }
    }
  }
}

/** Joint owners in one cell, in the same order in all three columns. */
function joined(names: readonly string[]): string {
  return names.every((name) => name === '') ? '' : names.join('／')
}

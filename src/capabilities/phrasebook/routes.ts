import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { decideTemplate, editTemplate, refuseForm, undoTemplate } from './actions/template-acts.ts'
import { showBookFile } from './api/book-files.ts'
import { showBooklet } from './api/booklet.ts'
import { decisionForm, templateForm, undoForm } from './forms.ts'
import { showBook } from './pages/book.ts'
import { showTemplateForm } from './pages/template-form.ts'
import { showTemplateHistory } from './pages/template-history.ts'
import { showTemplate } from './pages/template.ts'
import { READERS } from './model.ts'

const editors = holding('phrasebook-editor')
/** Writers and approvers; who decides on what is settled in actions/decide.ts. */
const people = holding('phrasebook-editor', 'phrasebook-approver')
/** Whoever sits at the night desk reads the book too. */
const readers = holding(...READERS)

export const routes: readonly Route[] = [
  page('/staff/phrasebook', readers, showBook),
  file('/staff/phrasebook/booklet.pdf', readers, 'The phrasebook as a booklet of A4 pages for the night desk', showBooklet),
  file('/staff/phrasebook/phrasebook.xlsx', readers, 'The approved templates as a workbook', showBookFile('xlsx')),
  file('/staff/phrasebook/phrasebook.csv', readers, 'The approved templates as CSV', showBookFile('csv')),
  page('/staff/phrasebook/templates/:key', readers, showTemplate),
  page('/staff/phrasebook/templates/:key/edit', editors, showTemplateForm),
  action('/staff/phrasebook/templates/:key/edit', editors, templateForm, editTemplate, editTemplate),
  page('/staff/phrasebook/templates/:key/history', readers, showTemplateHistory),
  action('/staff/phrasebook/templates/:key/decide', people, decisionForm, decideTemplate, refuseForm),
  action('/staff/phrasebook/templates/:key/undo', editors, undoForm, undoTemplate, refuseForm),
]

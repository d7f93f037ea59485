import { z } from 'zod'
import { everyone, file, page, type Route } from '#kernel/web/routes.ts'
import { catalogueJson } from './api/catalogue.ts'
import { csvOf, jsonOf } from './api/files.ts'
import { showCatalogue, showDataset } from './pages.ts'

/** What a dataset's file and page may be kept for, the dataset itself says; the catalogue changes with the program only. */
export const routes: readonly Route[] = [
  page('/open-data', everyone, showCatalogue, { emptiedBy: ['open-data.*'] }),
  file('/open-data/catalog.json', everyone, 'The catalogue of open data in DCAT-AP 3 (JSON-LD)', catalogueJson, { reply: z.record(z.string(), z.unknown()) }),
  page('/open-data/:dataset', everyone, showDataset),
  file('/open-data/:dataset.csv', everyone, 'A dataset as CSV; ?encoding=cp932 for Shift_JIS', csvOf),
  file('/open-data/:dataset.json', everyone, 'A dataset as JSON', jsonOf, { reply: z.object({ id: z.string(), columns: z.array(z.unknown()), records: z.array(z.record(z.string(), z.unknown())) }) }),
]

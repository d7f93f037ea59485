import type { Example } from '../example.ts'
import { galleryWords } from '../sample-text.ts'
import { renderPagination } from './view.ts'

export const paginationExamples: readonly Example[] = [
  {
    title: galleryWords.pagination,
    render: (voice) => renderPagination({ voice, page: 4, pages: 12, hrefOf: (page) => `/design?page=${page}` }),
  },
]

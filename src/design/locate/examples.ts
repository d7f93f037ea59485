import type { Example } from '../example.ts'
import { galleryWords } from '../sample-text.ts'
import { renderLocate } from './view.ts'

export const locateExamples: readonly Example[] = [{ title: galleryWords.locate, render: (voice) => renderLocate({ voice, href: '/design/locate' }) }]

import { Darkroom } from './images/darkroom.ts'

/** One for the whole process: it starts with the first picture and ends by itself when nobody needs it. */
export const darkroom = new Darkroom()

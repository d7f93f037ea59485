import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FontFile } from './font-file.ts'
import type { Typeface } from './press-words.ts'

/**
 * The fonts of the press and in which order a sort is looked for in them. Noto Serif JP draws JIS X 0213 and the
 * variation sequences of Adobe-Japan1, BIZ UDGothic nearly as much. Those of the standard characters for public
 * administration (行政事務標準文字, IVD collection Moji_Joho) are in IPAmj Mincho, which no package brings: a city lays
 * it into the folder that FONTS_FOLDER names (docs/decisions/0026-signed-papers.md).
 */
export class TypeCase {
  /** What the typesetter is given. */
  readonly blobs: readonly Buffer[]
  private readonly fonts: Readonly<Record<Typeface, readonly FontFile[]>>

  constructor(cityFolder: string | undefined) {
    const [gothic, gothicBold, mincho] = PACKAGED.map((path) => readFileSync(fileURLToPath(import.meta.resolve(path)))) as [Buffer, Buffer, Buffer]
    const ofCity = fontsIn(cityFolder)
    this.blobs = [gothic, gothicBold, mincho, ...ofCity]
    // Regular decides what can be drawn: Bold holds the same characters.
    const [first, second, ...further] = [gothic, mincho, ...ofCity].map((bytes) => new FontFile(bytes)) as [FontFile, FontFile, ...FontFile[]]
    this.fonts = { gothic: [first, second, ...further], mincho: [second, ...further, first] }
  }

  /** The main font of a typeface: what is set in nothing else. */
  familyOf(typeface: Typeface): string {
    return (this.fonts[typeface][0] as FontFile).family
  }

  /** The family that draws a sort, or null when none of them does. */
  familyFor(sort: string, typeface: Typeface): string | null {
    return this.fonts[typeface].find((font) => font.draws(sort))?.family ?? null
  }
}

const PACKAGED = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
] as const

function fontsIn(folder: string | undefined): Buffer[] {
  if (folder === undefined) return []
  const files = readdirSync(folder).filter((name) => /\.(ttf|otf)$/i.test(name))
  return files.toSorted().map((name) => readFileSync(join(folder, name)))
}

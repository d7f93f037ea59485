import type { PrintedLine } from './invented-report.ts'

/** One way in which dumps break a row; `dice` chooses the place, any non-negative integer is welcome. */
export interface Damage {
  readonly name: string
  /** Whether the row's project can still be recognised and every row be counted. */
  readonly keepsRows: boolean
  readonly apply: (lines: readonly PrintedLine[], at: number, dice: number) => readonly PrintedLine[]
}

/** Columns of the invented table before and after its years. */
const BEFORE = { number: 0, direction: 1, name: 2, purpose: 3, outline: 4 } as const
const AFTER = { results: 0, outcomes: 1, periodStatus: 2, achievement: 3, department: 4, section: 5, group: 6 } as const
const FIXED_COLUMNS = 12

interface RowPlaces {
  readonly years: number
  readonly of: (column: keyof typeof AFTER | keyof typeof BEFORE) => number
}

function placesOf(cells: readonly string[]): RowPlaces {
  const years = cells.length - FIXED_COLUMNS
  return {
    years,
    of: (column) =>
      column in BEFORE ? BEFORE[column as keyof typeof BEFORE] : 5 + years + AFTER[column as keyof typeof AFTER],
  }
}

type CellsDamage = (cells: string[], places: RowPlaces, dice: number) => readonly string[]

/** A damage to the cells of the row's own line. */
function inCells(name: string, change: CellsDamage, keepsRows = true): Damage {
  return {
    name,
    keepsRows,
    apply: (lines, at, dice) =>
      lines.map((line, index) =>
        index === at ? { ...line, cells: change([...line.cells], placesOf(line.cells), dice) } : line,
      ),
  }
}

function without(cells: string[], index: number): readonly string[] {
  return cells.toSpliced(index, 1)
}

function pick<Item>(items: readonly Item[], dice: number): Item {
  return items[dice % items.length] as Item
}

const TEXTS = ['purpose', 'outline', 'results', 'outcomes', 'periodStatus'] as const
const OWNERS = ['department', 'section', 'group'] as const

/** Breaks a text with spaces every few characters, as the lines of a narrow cell end. */
function wrapped(text: string, width: number): string {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, line) =>
    text.slice(line * width, (line + 1) * width),
  ).join(' ')
}

export const CELL_DAMAGES: readonly Damage[] = [
  inCells('a text cell is lost', (cells, { of }, dice) => without(cells, of(pick(TEXTS, dice)))),
  inCells('a text cell is lost and the row filled up', (cells, { of }) => [...without(cells, of('periodStatus')), '']),
  inCells('a unit cell is lost', (cells, { of }, dice) => without(cells, of(pick(OWNERS, dice)))),
  inCells('a year cell is lost', (cells, { years }, dice) => without(cells, 5 + (dice % years))),
  inCells('a text cell is blank', (cells, { of }, dice) => cells.with(of(pick(TEXTS, dice)), '')),
  inCells('a mark is blank', (cells, { years }, dice) => cells.with(5 + (dice % years), '')),
  // A blank group cannot be told from a section that has none.
  inCells('a unit cell is blank', (cells, { of }, dice) => cells.with(of(pick(['department', 'section'], dice)), '')),
  inCells('the judgement is blank', (cells, { of }) => cells.with(of('achievement'), '')),
  inCells('the judgement stands twice', (cells, { of }) =>
    cells.with(of('periodStatus'), cells[of('achievement')] as string),
  ),
  inCells('the judgement stands too early', (cells, { of }) =>
    cells.with(of('periodStatus'), cells[of('achievement')] as string).with(of('achievement'), ''),
  ),
  inCells('year texts stand apart', (cells, { years }) =>
    cells.toSpliced(
      5 + years,
      0,
      ...Array.from({ length: years }, (_, index) => pick(['設計', '更新', '試験運用', '継続'], index)),
    ),
  ),
  inCells('year texts interleave with marks', (cells, { years }) => {
    const marks = cells
      .slice(5, 5 + years)
      .flatMap((mark, index) => [mark.split(' ')[0] as string, pick(['設計', '更新', '周知'], index)])
    return [...cells.slice(0, 5), ...marks, ...cells.slice(5 + years)]
  }),
  inCells('two marks share a cell', (cells, { years }, dice) => {
    const at = 5 + (dice % (years - 1))
    return cells.toSpliced(at, 2, `${(cells[at] as string).split(' ')[0]} ${(cells[at + 1] as string).split(' ')[0]}`)
  }),
  inCells('all marks share a cell', (cells, { years }) =>
    cells.toSpliced(
      5,
      years,
      cells
        .slice(5, 5 + years)
        .map((mark) => mark.split(' ')[0])
        .join(' '),
    ),
  ),
  inCells('words stand for the marks', (cells, { years }) =>
    cells.toSpliced(5, years, ...Array.from({ length: years }, () => '継続')),
  ),
  inCells('a mark has another glyph', (cells, { years }, dice) => {
    const at = 5 + (dice % years)
    const forms: Readonly<Record<string, string>> = { '○': '〇', '◎': '⊚', '△': '▲', '→': '⇒' }
    return cells.with(
      at,
      (cells[at] as string).replace(/^./u, (mark) => forms[mark] ?? mark),
    )
  }),
  inCells('a year has left the plan', (cells, { years }, dice) => cells.with(5 + (dice % years), '-')),
  inCells('the name is broken', (cells, { of }) => cells.with(of('name'), wrapped(cells[of('name')] as string, 6))),
  inCells('the texts are broken', (cells, { of }, dice) =>
    cells.with(of(pick(TEXTS, dice)), wrapped(cells[of(pick(TEXTS, dice))] as string, 11)),
  ),
  inCells('a text is torn by a separator', (cells, { of }, dice) => {
    const at = of(pick(TEXTS, dice))
    return cells.toSpliced(at, 1, (cells[at] as string).slice(0, 14), (cells[at] as string).slice(14))
  }),
  inCells('a separator became a space', (cells, _, dice) => {
    const at = dice % (cells.length - 1)
    return cells.toSpliced(at, 2, `${cells[at]} ${cells[at + 1]}`)
  }),
  inCells('separators became wide spaces', (cells) => [cells.slice(0, 9).join('  '), ...cells.slice(9)]),
  inCells('all separators became spaces', (cells) => [cells.filter((cell) => cell !== '').join(' ')]),
  inCells('blanks follow', (cells) => [...cells, '', '', '']),
  inCells('a blank cell is pushed in', (cells, _, dice) => cells.toSpliced(1 + (dice % (cells.length - 1)), 0, '')),
  inCells('department and section are exchanged', (cells, { of }) => swapped(cells, of('department'), of('section'))),
  inCells('name and purpose are exchanged', (cells, { of }) => swapped(cells, of('name'), of('purpose'))),
  inCells('judgement and status are exchanged', (cells, { of }) =>
    swapped(cells, of('achievement'), of('periodStatus')),
  ),
  inCells('the row is cut in half', (cells, _, dice) => cells.slice(0, 8 + (dice % (cells.length - 9)))),
  inCells('the number is blank', (cells) => cells.with(0, '')),
  inCells('the number cell is lost', (cells) => without(cells, 0)),
  inCells('the number is full-width', (cells) =>
    cells.with(0, (cells[0] as string).replace('(', '（').replace(')', '）').replace('-', '－')),
  ),
  inCells('the number is unreadable', (cells) =>
    cells.with(0, (cells[0] as string).replace('(', '|').replace('-', '~')),
  ),
  inCells('the number is torn', (cells) => [
    (cells[0] as string).slice(0, 1),
    (cells[0] as string).slice(2),
    ...cells.slice(1),
  ]),
  inCells('the direction is misread', (cells, { of }) => cells.with(of('direction'), `${cells[of('direction')]}ー`)),
  inCells('the direction is blank', (cells, { of }) => cells.with(of('direction'), '')),
  inCells('a cell is a formula', (cells, { of }, dice) =>
    cells.with(of(pick(TEXTS, dice)), '=HYPERLINK("http://example.invalid/","開く")'),
  ),
  inCells('a cell holds a control character', (cells, { of }, dice) =>
    cells.with(of(pick(TEXTS, dice)), `${cells[of(pick(TEXTS, dice))]}`.replace('、', '、\u0007')),
  ),
  inCells('a cell turns the writing direction', (cells, { of }, dice) =>
    cells.with(of(pick(TEXTS, dice)), `\u202e${cells[of(pick(TEXTS, dice))]}`),
  ),
  inCells('a cell holds tags', (cells, { of }, dice) =>
    cells.with(of(pick(TEXTS, dice)), `<p>${cells[of(pick(TEXTS, dice))]}</p>`),
  ),
  inCells('a year is impossible', (cells, { of }) =>
    cells.with(of('outline'), `${cells[of('outline')]}平成36年度まで続ける。`),
  ),
  inCells('two units share the cells', (cells, { of }) =>
    cells
      .with(of('department'), `${cells[of('department')]} 産業部`)
      .with(of('section'), `${cells[of('section')]} 農政課`),
  ),
  inCells('two numbered parts share a row', (cells, { of }) =>
    cells.with(of('section'), `①${cells[of('section')]} ②農政課`).with(of('group'), '①受付G ②振興G'),
  ),
]

function swapped(cells: string[], left: number, right: number): readonly string[] {
  return cells.with(left, cells[right] as string).with(right, cells[left] as string)
}

export const LINE_DAMAGES: readonly Damage[] = [
  inLines('the row is split between cells', (cells, dice) => {
    const at = 2 + (dice % (cells.length - 3))
    return [cells.slice(0, at), cells.slice(at)]
  }),
  inLines('the row is split inside a cell', (cells, dice) => {
    const at = pick([3, 4, cells.length - 6, cells.length - 7], dice)
    const text = cells[at] as string
    return [
      [...cells.slice(0, at), text.slice(0, 15)],
      [text.slice(15), ...cells.slice(at + 1)],
    ]
  }),
  inLines('the row is split over three lines', (cells) => [cells.slice(0, 4), cells.slice(4, 9), cells.slice(9)]),
  inLines('blank lines surround the row', (cells) => [[''], cells, ['']]),
  inLines('the row stands twice', (cells) => [cells, cells]),
  inLines('a page number follows', (cells) => [cells, ['- 3 -']]),
  inLines('a remark follows', (cells) => [cells, ['※ この表の数値は年度末の見込みである。']]),
  {
    name: 'the next row is glued on',
    keepsRows: true,
    apply: (lines, at) => {
      const next = lines[at + 1]
      if (next?.kind !== 'row') return lines
      const cells = [...(lines[at] as PrintedLine).cells]
      const glued = [...cells.slice(0, -1), `${cells.at(-1)}${next.cells[0]}`, ...next.cells.slice(1)]
      return lines.toSpliced(at, 2, { ...(lines[at] as PrintedLine), cells: glued })
    },
  },
  {
    name: 'the next row follows after a separator',
    keepsRows: true,
    apply: (lines, at) => {
      const [line, next] = [lines[at] as PrintedLine, lines[at + 1]]
      return next?.kind === 'row' ? lines.toSpliced(at, 2, { ...line, cells: [...line.cells, ...next.cells] }) : lines
    },
  },
  {
    name: 'the row changes places with the next',
    keepsRows: true,
    apply: (lines, at) => {
      const [line, next] = [lines[at] as PrintedLine, lines[at + 1]]
      return next?.kind === 'row' ? lines.toSpliced(at, 2, next, line) : lines
    },
  },
  {
    name: 'the number of the next row stands twice',
    keepsRows: true,
    apply: (lines, at) => {
      const [line, next] = [lines[at] as PrintedLine, lines[at + 1]]
      return next?.kind === 'row'
        ? lines.with(at, { ...line, cells: [next.cells[0] as string, ...line.cells.slice(1)] })
        : lines
    },
  },
]

function inLines(
  name: string,
  change: (cells: readonly string[], dice: number) => readonly (readonly string[])[],
): Damage {
  return {
    name,
    keepsRows: true,
    apply: (lines, at, dice) => {
      const line = lines[at] as PrintedLine
      return lines.toSpliced(at, 1, ...change(line.cells, dice).map((cells) => ({ ...line, cells })))
    },
  }
}

import { trusted, type Html } from '#kernel/html/html.ts'

/** Houses stand with their feet on the near hill; width, height of the wall and place on the road. */
const HOUSES = [
  { x: 560, y: 285, width: 46, wall: 24 },
  { x: 612, y: 287, width: 60, wall: 20 },
  { x: 680, y: 290, width: 44, wall: 34 },
  { x: 732, y: 292, width: 70, wall: 22 },
  { x: 1010, y: 292, width: 52, wall: 22 },
  { x: 1070, y: 289, width: 66, wall: 30 },
  { x: 1146, y: 285, width: 48, wall: 22 },
  { x: 1202, y: 282, width: 74, wall: 24 },
  { x: 1286, y: 279, width: 46, wall: 32 },
] as const

/**
 * A town at dawn in the city's own colour: mountains, tea fields, the roofs along an old road with their lights still
 * on, and a sun linked with a second ring. Drawn from the ladder's steps by class, so it suits every city's accent.
 */
export const HERO_SCENE: Html = trusted(
  [
    '<svg class="hero-scene" viewBox="0 0 1440 320" width="1440" height="320"',
    ' preserveAspectRatio="xMaxYMax slice" aria-hidden="true">',
    ...sun(),
    '<path class="scene-far" d="M0 238C90 214 160 170 240 152c60-14 96 30 156 38 84 10 126-66 214-86 70-16 112 54 176 66 92 18 148-58 236-62 84-4 128 66 210 70 74 4 128-28 208-42v184H0z"/>',
    '<path class="scene-hill" d="M0 262c120-34 240-46 372-26 128 20 206 30 330 4 132-28 252-54 392-26 120 24 222 30 346-2v108H0z"/>',
    ...fields(),
    '<path class="scene-near" d="M0 292c180-26 360-30 560-14 214 18 380 20 560 2 116-12 220-14 320-4v44H0z"/>',
    ...town(),
    ...lights(),
    '</svg>',
  ].join(''),
)

function sun(): readonly string[] {
  return [
    '<circle class="scene-sun" cx="1120" cy="104" r="62"/>',
    '<circle class="scene-ring" cx="1202" cy="104" r="62"/>',
  ]
}

/** Rows of tea on the middle hills. */
function fields(): readonly string[] {
  const rows = [0, 1, 2, 3].map((row) => {
    const y = 250 + row * 11
    return `M${830 + row * 26} ${y + 6}c70-${16 - row * 2} 150-${18 - row * 2} 236-${4 - row}`
  })
  return [`<path class="scene-tea" d="${rows.join('')}"/>`]
}

function town(): readonly string[] {
  const trees = [
    [532, 270, 17],
    [828, 276, 20],
    [858, 282, 14],
    [982, 276, 16],
    [1356, 262, 20],
    [1388, 268, 14],
  ] as const
  return [
    ...trees.map(
      ([x, y, r]) =>
        `<path class="scene-trunk" d="M${x} ${y}v${r + 14}"/><circle class="scene-tree" cx="${x}" cy="${y}" r="${r}"/>`,
    ),
    ...HOUSES.map(({ x, y, width, wall }) => {
      const top = y - wall
      const windows = [x + width * 0.28, x + width * 0.62]
        .map((from) => `<rect class="scene-light" x="${Math.round(from)}" y="${top + 8}" width="7" height="9" rx="1"/>`)
        .join('')
      return (
        `<path class="scene-wall" d="M${x} ${y + 6}V${top}h${width}V${y + 6}z"/>` +
        `<path class="scene-roof" d="M${x - 7} ${top + 2}l9-14h${width - 4}l9 14z"/>${windows}`
      )
    }),
  ]
}

/** A string of small lights that links the houses: candles in the windows, fireflies by the river. */
function lights(): readonly string[] {
  const dots = [
    [470, 300],
    [516, 306],
    [566, 304],
    [622, 309],
    [684, 307],
    [748, 311],
    [816, 306],
    [884, 310],
    [950, 305],
    [1018, 309],
    [1090, 304],
    [1164, 307],
    [1240, 301],
    [1314, 305],
    [1384, 299],
  ] as const
  const line = dots.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return [
    `<path class="scene-thread" d="${line}"/>`,
    ...dots.map(([x, y]) => `<circle class="scene-light" cx="${x}" cy="${y}" r="3"/>`),
  ]
}

import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Point } from '../rules/shelter-distance.ts'
import type { OpenShelter } from '../rules/shelters.ts'
import { publicWords as words } from '../text/public-words.ts'

/** The drawing's size in its own units; the page scales it, as it does with every map of design's grid-map. */
const SIZE = { width: 640, height: 400, edge: 36 } as const
/** A drawing of one place, or of places side by side, still shows this many degrees of latitude. */
const LEAST_DEGREES = 0.01

/**
 * Where the places lie towards each other and towards the town's middle: numbers as in the list below, north above. No
 * tiles and no third party, so it is there when lines are thin; whoever does not see it has the list.
 */
export function renderShelterMap(voice: Voice, shelters: readonly OpenShelter[], centre: Point | null): Html {
  const known = shelters.flatMap(({ point }, index) => (point === null ? [] : [{ point, number: index + 1 }]))
  if (known.length === 0) return nothing
  const place = projectionOf([...known.map(({ point }) => point), ...(centre === null ? [] : [centre])])
  return html`<figure class="grid-map">
    <svg${attributes({ viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: 'img', 'aria-label': voice.plain(words.map) })}>
      <rect${attributes({ x: 0.5, y: 0.5, width: SIZE.width - 1, height: SIZE.height - 1, rx: 8, fill: '#ffffff', stroke: '#7d746a' })}></rect>
      <path d="M610 62V30m-7 9 7-11 7 11" fill="none" stroke="#211d19" stroke-width="2"></path>
      <text x="610" y="80" text-anchor="middle" font-size="16" fill="#211d19">${voice.plain(words.north)}</text>
      ${centre === null ? nothing : renderCentre(place(centre))}
      ${known.map(({ point, number }) => renderMark(place(point), number))}
    </svg>
    <figcaption><small>${voice.say(words.map)}</small></figcaption>
  </figure>`
}

type Spot = { readonly x: number; readonly y: number }

/** Equirectangular, shrunk at the middle's latitude: exact enough for a city. */
function projectionOf(points: readonly Point[]): (point: Point) => Spot {
  const [south, north] = rangeOf(points.map(({ latitude }) => latitude), LEAST_DEGREES)
  const shrink = Math.cos(((south + north) / 2 / 180) * Math.PI)
  const [west, east] = rangeOf(points.map(({ longitude }) => longitude), LEAST_DEGREES / shrink)
  const scale = Math.min((SIZE.width - 2 * SIZE.edge) / ((east - west) * shrink), (SIZE.height - 2 * SIZE.edge) / (north - south))
  const [midX, midY] = [(east + west) / 2, (north + south) / 2]
  return ({ latitude, longitude }) => ({ x: round(SIZE.width / 2 + (longitude - midX) * shrink * scale), y: round(SIZE.height / 2 - (latitude - midY) * scale) })
}

function rangeOf(values: readonly number[], least: number): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const missing = Math.max(0, least - (high - low)) / 2
  return [low - missing, high + missing]
}

function renderCentre({ x, y }: Spot): Html {
  return html`<circle${attributes({ cx: x, cy: y, r: 20, fill: 'none', stroke: '#0017c1', 'stroke-width': 3 })}></circle>`
}

function renderMark({ x, y }: Spot, number: number): Html {
  return html`<circle${attributes({ cx: x, cy: y, r: 14, fill: '#0a6b3d' })}></circle><text${attributes({ x, y: y + 5, 'text-anchor': 'middle', 'font-size': 15, 'font-weight': 700, fill: '#ffffff' })}>${number}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

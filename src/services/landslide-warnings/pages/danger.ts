import { listDistricts } from '#capabilities/notices/notices.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderLocate } from '#design/locate/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { cityWordOf } from '../actions/city-word.ts'
import type { MeshReading } from '../model.ts'
import { isMeshCode } from '../rules/mesh.ts'
import { oldFrom } from '../rules/place-state.ts'
import { meshesOfCity } from '../seed/pack.ts'
import { findFeed } from '../store/feed.ts'
import { listNight, listReadings } from '../store/meshes.ts'
import { listZones } from '../store/zones.ts'
import { KIND_WORDS, PHENOMENON_WORDS, signWords, words } from '../text/page-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { renderAge, renderCityWord } from './age.ts'
import { renderCityMap } from './map.ts'

const NIGHT_HOURS = 24
/** The page is kept for so long at most, though no fact happens: that nobody answers any more is no fact either. */
const KEPT_SECONDS = 60

/** The whole city: choose where you live. */
export async function showDanger({ voice, tx, city, query, directory }: Visit): Promise<Answer> {
  const [readings, zones, meshes] = [await listReadings(tx, 'live'), await listZones(tx), meshesOfCity(city)]
  const [cityWord, feed] = [await cityWordOf(tx, directory.parts, 'live'), await findFeed(tx)]
  const isForSigns = query.for === 'signs'
  const towns = [...new Set(zones.map(({ town }) => town))]
  const labels = await townLabels(tx)
  const title = isForSigns ? signWords.place : serviceWords.title
  const main = html`
    ${renderPageTitle({
      title: voice.say(title), lead: voice.say(isForSigns ? signWords.placeWrong : words.lead),
      actions: isForSigns ? nothing : renderLinkButton({ href: '/landslide/signs', label: voice.say(signWords.title), kind: 'secondary' }),
    })}
    ${renderStack({ parts: [
      renderCityWord(voice, cityWord),
      renderAge({ voice, readings, feed, now: tx.now }),
      isForSigns ? nothing : renderLocate({ voice, href: '/landslide/home' }),
      renderCityMap({ voice, meshes, readings, zones, now: tx.now, hrefOf: (mesh) => `/landslide/near?mesh=${mesh}${isForSigns ? '&for=signs' : ''}` }),
      isForSigns || towns.length === 0 ? nothing : renderSection({
        heading: voice.say(words.towns), lead: voice.say(words.invented),
        body: renderCluster({ parts: towns.map((town) => html`<a href="/landslide/towns/${encodeURIComponent(town)}">${sayTown(voice, labels, town)}</a>`) }),
      }),
    ] })}`
  const times = [oldFrom(readings, tx.now) ?? [], tx.now.add({ seconds: KEPT_SECONDS })].flat()
  const keptUntil = times.toSorted(Temporal.Instant.compare)[0] as Temporal.Instant
  return shown({ title: voice.plain(title), main, description: voice.plain(serviceWords.summary), keptUntil })
}

/** Rain and ground water of a mesh over a day, as a curve and as a table. */
export async function showMesh({ voice, tx, params }: Visit): Promise<Answer> {
  const mesh = params.mesh ?? ''
  if (!isMeshCode(mesh)) throw new Fault('not-found', 'there is no such mesh')
  const night = await listNight(tx, 'live', mesh, tx.now.subtract({ hours: NIGHT_HOURS }))
  const main = html`
    ${renderPageTitle({ title: voice.say(words.curve), kicker: voice.say(words.square, { mesh }), lead: voice.say(words.curveLead) })}
    ${night.length === 0 ? renderEmpty({ icon: 'document', title: voice.say(words.curveEmpty) }) : html`${renderCurve(voice, night)} ${renderNight(voice, night)}`}`
  return shown({ title: voice.plain(words.curve), main, crumbs: [{ href: '/landslide', label: voice.say(serviceWords.title) }] })
}

const CURVE = { width: 480, height: 320, margin: 44 } as const

/** スネーク曲線: ground water to the right, rain upwards, a line through the day, a dot for each word of the feed. */
function renderCurve(voice: Voice, night: readonly MeshReading[]): Html {
  const known = night.filter((reading) => reading.rain60MinutesMm !== null && reading.soilWaterIndex !== null)
  const most = { rain: Math.max(50, ...known.map((reading) => reading.rain60MinutesMm ?? 0)), water: Math.max(150, ...known.map((reading) => reading.soilWaterIndex ?? 0)) }
  const { width, height, margin } = CURVE
  const at = (reading: MeshReading) => ({
    x: Math.round(margin + ((reading.soilWaterIndex ?? 0) / most.water) * (width - 2 * margin)),
    y: Math.round(height - margin - ((reading.rain60MinutesMm ?? 0) / most.rain) * (height - 2 * margin)),
  })
  const line = known.map((reading) => `${at(reading).x},${at(reading).y}`).join(' ')
  return html`<figure class="grid-map"><svg${attributes({ viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': voice.plain(words.curveLead) })}>
    <path${attributes({ d: `M${margin} ${margin / 2}V${height - margin}H${width - margin / 2}`, fill: 'none', stroke: '#1a1a1c' })}></path>
    <text${attributes({ x: width / 2, y: height - 10, 'text-anchor': 'middle', 'font-size': 14 })}>${voice.plain(words.soilWater)} → ${Math.round(most.water)}</text>
    <text${attributes({ x: margin, y: margin / 2 - 6, 'font-size': 14 })}>↑ ${voice.plain(words.rain)} ${Math.round(most.rain)}</text>
    <polyline${attributes({ points: line, fill: 'none', stroke: '#0017c1', 'stroke-width': 2 })}></polyline>
    ${known.map((reading) => html`<circle${attributes({ cx: at(reading).x, cy: at(reading).y, r: 4, class: `grid-map-square grid-map-level-${reading.level ?? 'unknown'}` })}><title>${minuteOf(reading.baseTime)}</title></circle>`)}
  </svg></figure>`
}

function renderNight(voice: Voice, night: readonly MeshReading[]): Html {
  const shownValue = (value: number | null) => (value === null ? voice.say(words.unknown) : String(value))
  return renderTable({
    caption: voice.say(words.curve), isCaptionHidden: true,
    columns: [words.time, words.level, words.rain, words.soilWater].map((heading) => ({ heading: voice.say(heading) })),
    rows: night.toReversed().map(({ baseTime, level, rain60MinutesMm, soilWaterIndex }) => [
      minuteOf(baseTime), renderLevel({ voice, level }), shownValue(rain60MinutesMm), shownValue(soilWaterIndex),
    ]),
  })
}

/** Names of the city's towns as the reader knows them. */
async function townLabels(tx: Tx): Promise<ReadonlyMap<string, Phrase<never>>> {
  return new Map((await listDistricts(tx)).flatMap(({ towns }) => towns.map(({ name, label }) => [name, label] as const)))
}

function sayTown(voice: Voice, labels: ReadonlyMap<string, Phrase<never>>, town: string): HtmlValue {
  const label = labels.get(town)
  return label === undefined ? town : voice.say(label)
}

/** A town's zones on one sheet, for the board of a neighbourhood association. */
export async function showTown({ voice, tx, params }: Visit): Promise<Answer> {
  const town = params.town ?? ''
  const zones = (await listZones(tx)).filter((zone) => zone.town === town)
  const rows = zones.map((zone) => [zone.key, zone.name, voice.say(PHENOMENON_WORDS[zone.phenomenon]), voice.say(KIND_WORDS[zone.kind]), zone.designatedOn.toString()])
  const label = (await townLabels(tx)).get(town)
  const title = voice.plain(words.townTitle, { town: label === undefined ? town : voice.plain(label) })
  const main = html`
    ${renderPageTitle({ title, lead: voice.say(words.invented) })}
    ${rows.length === 0 ? renderEmpty({ icon: 'document', title: voice.say(words.noZonesInTown), body: voice.say(words.noZoneBody) }) : renderTable({
      caption: title, isCaptionHidden: true, isCardsOnPhone: true, rows,
      columns: [words.zoneKey, words.zoneName, words.phenomenon, words.kind, words.designatedOn].map((heading) => ({ heading: voice.say(heading) })),
    })}
    ${renderSection({ heading: voice.say(words.whatToDo), body: renderFactsList({ facts: ([2, 3, 4, 5] as const).map((level) => ({ term: renderLevel({ voice, level }), description: voice.say({ 2: words.do2, 3: words.do3, 4: words.do4, 5: words.do5 }[level]) })) }) })}`
  return shown({ title, main, crumbs: [{ href: '/landslide', label: voice.say(serviceWords.title) }], status: rows.length === 0 ? 404 : 200 })
}

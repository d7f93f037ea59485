import { NOTICE_CHANGES } from '#capabilities/notices/facts.ts'
import { feedAlternates } from '#capabilities/notices/feeds.ts'
import { renderGallery } from '#design/gallery.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderHero, renderServiceTiles } from '#design/hero/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { ICON_NAMES, type IconName } from '#design/icon/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Entrance } from '#kernel/service/manifest.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer, type PageAnswer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { text } from '../text.ts'
import { emergencyNotices, showEmergency } from './emergency.ts'

/** Levels and shelters stand on the emergency page only: until there is a notice, a night of telegrams leaves the portal as it is. */
const CALM_CHANGES = ['portal.*', ...NOTICE_CHANGES]

/** The city's first page: its emergency page while a grave notice stands, else the portal. `?full` asks for the portal. */
export async function showTop(visit: Visit): Promise<Answer> {
  const notices = visit.query.full === undefined ? await emergencyNotices(visit) : []
  return notices.length > 0 ? showEmergency(visit, notices) : { ...(await showHome(visit)), emptiedBy: CALM_CHANGES }
}

/** The portal: whatever the city's services open to residents. */
export async function showHome({ voice, directory, actor }: Visit): Promise<PageAnswer> {
  const main = html`
    ${renderHero({ voice, greeting: voice.say(text.greeting), lead: voice.say(text.lead) })}
    ${renderSection({ heading: voice.say(text.services), body: tilesOf(voice, directory.entrances('residents', actor)) })}`
  const alternates = directory.part('notices') === undefined ? [] : feedAlternates(voice)
  return shown({ title: voice.plain(text.title), main, description: voice.plain(text.lead), alternates })
}

/** The desk of who is signed in: the doors their duties open. */
export async function showDesk({ voice, directory, actor }: Visit): Promise<Answer> {
  const entrances = directory.entrances('staff', actor)
  const body =
    entrances.length > 0
      ? tilesOf(voice, entrances)
      : renderEmpty({ title: voice.say(text.nothingForYou), body: voice.say(text.nothingForYouBody), icon: 'person' })
  const main = html`${renderPageTitle({ title: voice.say(text.staffDesk), lead: voice.say(text.staffLead) })} ${body}`
  return shown({ title: voice.plain(text.staffDesk), main, area: 'staff' })
}

/** Every part that pages are built of, in the visitor's language: for who writes pages, and for who checks them. */
export async function showParts({ voice }: Visit): Promise<Answer> {
  return shown({ title: voice.plain(text.parts), main: renderGallery(voice) })
}

function tilesOf(voice: Voice, entrances: readonly Entrance[]): Html {
  return renderServiceTiles({
    tiles: entrances.map((entrance) => ({
      href: entrance.path,
      title: voice.say(entrance.title),
      body: voice.say(entrance.summary),
      icon: iconOf(entrance),
    })),
  })
}

function iconOf(entrance: Entrance): IconName {
  return ICON_NAMES.find((name) => name === entrance.icon) ?? 'document'
}

import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Language, Phrase } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import type { CapSurroundings } from '../rules/cap.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { listDistrictsWithTowns } from '../store/districts.ts'
import { listThreads } from '../store/threads.ts'
import { feedWords } from '../text/feed-words.ts'
import { plainPhrase } from './feed-visit.ts'

/** What else CAP and L-Alert want to know of a notice: its sender, its topic and its towns in words, its thread. */
export async function capSurroundings(tx: Tx, city: City, parts: readonly Manifest[], notice: Notice): Promise<CapSurroundings> {
  const thread = (await listThreads(tx, [notice.id])).get(notice.id) ?? []
  const topic = parts.flatMap((part) => part.topics ?? []).find(({ key }) => key === notice.topic)
  return {
    sender: city.hosts[0] ?? city.key,
    senderName: (language) => plainPhrase(city.displayName, language),
    event: (language) => plainPhrase(topic?.title ?? feedWords.feedTitle, language),
    areas: await areasOf(tx, city, notice),
    cityCode: city.code,
    origin: portalOrigin(city),
    thread,
  }
}

async function areasOf(tx: Tx, city: City, { audience }: Notice): Promise<(language: Language) => string> {
  const whole = (language: Language) => plainPhrase(city.displayName, language)
  if (audience.kind === 'lists' || audience.towns === 'all') return whole
  const { towns } = audience
  const labels = new Map((await listDistrictsWithTowns(tx)).flatMap((district) => district.towns.map((town) => [town.name, town.label] as const)))
  return (language) => {
    // A town that was renamed since keeps the name under which it was warned.
    const names = towns.map((name) => said(labels.get(name), name, language))
    return `${whole(language)} ${names.join(language === 'ja' ? '、' : ', ')}`
  }
}

function said(label: Phrase<never> | undefined, name: string, language: Language): string {
  return label === undefined ? name : plainPhrase(label, language)
}

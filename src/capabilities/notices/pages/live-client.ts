/**
 * Keeps the counters of a notice up to date while it is being sent. Sent to browsers as it stands, with its types blanked
 * out, so it imports nothing.
 */
const live = document.querySelector<HTMLElement>('#notices-live')
const everySeconds = Number(live?.dataset.seconds ?? '0')

if (live && everySeconds > 0) {
  const timer = setInterval(() => void renewCounters(live, timer), everySeconds * 1000)
}

async function renewCounters(shown: HTMLElement, timer: ReturnType<typeof setInterval>): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  // Old numbers must not look new: they are marked until the city can be reached again.
  shown.setAttribute('aria-busy', String(answer?.ok !== true))
  if (answer?.ok !== true) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('#notices-live')
  if (fresh === null) return
  // A reader in the middle of the numbers is not pulled away from them.
  if (!shown.contains(document.activeElement)) shown.replaceChildren(...fresh.childNodes)
  if (fresh.dataset.seconds === '0') clearInterval(timer)
}

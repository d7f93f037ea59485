/**
 * Keeps the duty board up to date without loading the page anew, and tells screen readers the newest change and nothing
 * else. Sent to browsers as it stands, with its types blanked out, so it imports nothing.
 */
const board = document.querySelector<HTMLElement>('#duty-board')
const announcement = document.querySelector<HTMLElement>('#duty-announcement')
const seconds = Number(board?.dataset.seconds ?? '0')

if (board && seconds > 0) setInterval(() => void lookAgain(board), seconds * 1000)

async function lookAgain(shown: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!answer.ok) throw new Error(String(answer.status))
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#duty-board')
    if (fresh === null) throw new Error('no board')
    const told = newestIn(shown)
    keepFocus(shown, () => shown.replaceChildren(...fresh.childNodes))
    if (announcement && newestIn(shown) !== told) announcement.textContent = newestIn(shown)
    shown.removeAttribute('aria-busy')
  } catch {
    // The wall must never look fresh when it is not: the browser's own page for a lost connection says so plainly.
    location.reload()
  }
}

function newestIn(shown: HTMLElement): string {
  return shown.querySelector('#duty-newest')?.textContent ?? ''
}

/** Whoever is on a link by keyboard stays on it. */
function keepFocus(shown: HTMLElement, replace: () => void): void {
  const held = document.activeElement
  const href = held !== null && shown.contains(held) ? held.getAttribute('href') : null
  replace()
  if (href !== null) shown.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus()
}

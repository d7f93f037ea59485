/**
 * Renews the landslide board, so that a report stands on it well within half a minute. Sent to browsers as it stands, with
 * its types blanked out, so it imports nothing. Without scripts the page offers to reload itself.
 */
const RENEW_EVERY_MS = 15_000

async function renewBoard(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer === null || !answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#landslide-board')
  const board = document.querySelector('#landslide-board')
  // Where somebody reads on with the keyboard inside the board, their place is not taken away.
  if (fresh !== null && board !== null && !board.contains(document.activeElement)) board.replaceWith(fresh)
}

setInterval(() => void renewBoard(), RENEW_EVERY_MS)

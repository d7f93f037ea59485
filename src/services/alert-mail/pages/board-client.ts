/**
 * Renews the muster board every few seconds. Sent to browsers as it stands, with its types blanked out, so it imports
 * nothing. Without scripts the page has a link that does the same.
 */
const RENEW_EVERY_MS = 5_000

async function renewBoard(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer === null || !answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#muster-board')
  const board = document.querySelector('#muster-board')
  // Where somebody reads on with the keyboard inside the board, their place is not taken away.
  if (fresh !== null && board !== null && !board.contains(document.activeElement)) board.replaceWith(fresh)
}

setInterval(() => void renewBoard(), RENEW_EVERY_MS)

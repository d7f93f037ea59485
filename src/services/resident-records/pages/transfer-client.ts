/**
 * Renews the page of an export or import while it is under way. Sent to browsers as it stands, with its types blanked out,
 * so it imports nothing. Without scripts the page's own renewal does the same.
 */
const MILLISECONDS = 1_000

const waiting = document.querySelector<HTMLElement>('[data-look-again-after]')
if (waiting !== null) setTimeout(() => location.reload(), Number(waiting.dataset['lookAgainAfter']) * MILLISECONDS)

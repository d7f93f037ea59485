/**
 * Takes a number from the screen when its time is over, and renews the page of the keys while numbers move. Sent to browsers
 * as it stands, with its types blanked out, so it imports nothing. Without scripts the page's own renewal does the same.
 */
const MILLISECONDS = 1_000

for (const shown of document.querySelectorAll<HTMLElement>('[data-leave-after]')) {
  const leave = () => {
    shown.remove()
    location.replace(location.pathname)
  }
  setTimeout(leave, Number(shown.dataset['leaveAfter']) * MILLISECONDS)
  // Nor does it come back from the memory of the browser's back button.
  addEventListener('pagehide', () => shown.remove())
}

const moving = document.querySelector<HTMLElement>('[data-look-again-after]')
if (moving !== null) setTimeout(() => location.reload(), Number(moving.dataset['lookAgainAfter']) * MILLISECONDS)

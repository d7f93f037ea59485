/**
 * Keeps the guide on the device, says when it is read without a connection, and narrows the kept list. Sent to browsers
 * as it stands, with its types blanked out, so it imports nothing.
 */
const offlineNotice = document.querySelector<HTMLElement>('#garbage-offline')

function tellConnection(): void {
  if (offlineNotice) offlineNotice.hidden = navigator.onLine
}

addEventListener('online', tellConnection)
addEventListener('offline', tellConnection)
tellConnection()

if (document.querySelector('link[rel="manifest"]') === null) {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = '/garbage/manifest.webmanifest'
  document.head.append(link)
}

// Without https browsers offer no service workers, except on the machine itself: then the pages need a connection.
if ('serviceWorker' in navigator) {
  const kept = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel="stylesheet"], script[src]')]
  const files = kept.map((element) => (element instanceof HTMLLinkElement ? element.href : element.src))
  void navigator.serviceWorker.register('/garbage-worker.js', { scope: '/garbage' }).then(
    () => navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ page: location.href, files }, { transfer: [] })),
    () => undefined,
  )
}

/** As rules/search folds for comparing, as far as a kept list needs it: width, case, katakana, spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s/g, '')
}

const filter = document.querySelector<HTMLElement>('#garbage-filter')
const box = filter?.querySelector('input')
if (filter && box) {
  filter.hidden = false
  const searched = new URLSearchParams(location.search).get('q')
  box.addEventListener('input', () => narrow(box.value))
  // Reached without a connection in place of a search: what was asked for is looked for here.
  if (searched) {
    box.value = searched
    narrow(searched)
  }
}

function narrow(typed: string): void {
  const wanted = folded(typed)
  for (const group of document.querySelectorAll<HTMLElement>('[data-garbage-group]')) {
    let shown = 0
    for (const line of group.querySelectorAll<HTMLElement>('[data-garbage]')) {
      line.hidden = wanted !== '' && !folded(line.dataset.garbage ?? '').includes(wanted)
      if (!line.hidden) shown++
    }
    group.hidden = shown === 0
  }
}

/**
 * Asks the browser for a push subscription when the form is sent, and fills in where it wants its messages. Sent to
 * browsers as it stands, with its types blanked out, so it imports nothing.
 */
const holder = document.querySelector<HTMLElement>('#push-form')
const form = holder?.querySelector('form') ?? null
const needs = document.querySelector<HTMLElement>('#push-needs')
const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

if (canPush && needs) needs.hidden = true
if (holder && form && canPush) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void subscription(holder.dataset.key ?? '').then(
      (given) => send(form, given),
      // Refused, or no push service within reach: the page comes back and says so.
      () => send(form, null),
    )
  })
}

async function subscription(key: string): Promise<PushSubscriptionJSON> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('not allowed')
  // A worker of its own kind: it only shows messages, and leaves every page to the city and to the guide's worker.
  const registration = await navigator.serviceWorker.register('/notices-worker.js', { scope: '/' })
  await ready(registration)
  const given = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  return given.toJSON()
}

/** `navigator.serviceWorker.ready` would give the worker of this page, which may be another one. */
function ready(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || worker === null) return Promise.resolve()
  return new Promise((resolve) => worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()))
}

function send(target: HTMLFormElement, given: PushSubscriptionJSON | null): void {
  fill(target, 'endpoint', given?.endpoint ?? '')
  fill(target, 'p256dh', given?.keys?.p256dh ?? '')
  fill(target, 'auth', given?.keys?.auth ?? '')
  target.submit()
}

function fill(target: HTMLFormElement, name: string, value: string): void {
  const field = target.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

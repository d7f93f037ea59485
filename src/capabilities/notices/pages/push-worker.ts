/**
 * Shows push messages. It has no `fetch` listener: pages come from the city, and below /garbage from the guide's own
 * worker, whose narrower scope wins. Sent to browsers as it stands, with its types blanked out, so it imports nothing.
 */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface PushEventOfWorker extends WorkerEvent {
  readonly data: { json(): unknown } | null
}
interface ClickEvent extends WorkerEvent {
  readonly action: string
  readonly notification: Notification & { readonly data: { readonly link: string; readonly own: string } }
}
interface Message {
  readonly title: string
  readonly body: string
  readonly lang: string
  readonly link: string
  readonly own: string
  readonly tag: string
  readonly isUrgent: boolean
}

const pushWorker = self as unknown as {
  skipWaiting(): Promise<void>
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: { openWindow(url: string): Promise<unknown> }
  addEventListener(type: 'install', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'push', listener: (event: PushEventOfWorker) => void): void
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void
}

/** A message without contents would be one that this city did not send. */
function messageIn({ data }: PushEventOfWorker): Message {
  if (data === null) throw new TypeError('an empty push message')
  return data.json() as Message
}

const CHANGE: Readonly<Record<string, string>> = { ja: '変える・止める', en: 'Change or leave', 'pt-BR': 'Alterar ou sair' }

pushWorker.addEventListener('install', (event) => event.waitUntil(pushWorker.skipWaiting()))

pushWorker.addEventListener('push', (event) => {
  const { title, body, lang, link, own, tag, isUrgent } = messageIn(event)
  const options = {
    body, lang, tag, renotify: true, requireInteraction: isUrgent, data: { link, own }, actions: [{ action: 'own', title: CHANGE[lang] ?? CHANGE.ja }],
  }
  event.waitUntil(pushWorker.registration.showNotification(title, options))
})

pushWorker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { link, own } = event.notification.data
  event.waitUntil(pushWorker.clients.openWindow(event.action === 'own' ? own : link))
})

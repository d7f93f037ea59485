/**
 * Puts the reference of a counted figure at the cursor of the text box written in last. It goes in as typing does, so
 * that the browser's own undo takes it out again. Sent to browsers as it stands, with its types blanked out, so it
 * imports nothing.
 */
const figureBoxes = '[data-takes-figures] textarea'
let lastBox: HTMLTextAreaElement | null = null

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.matches(figureBoxes)) lastBox = target
})

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-insert]')) {
  button.hidden = false
  button.addEventListener('click', () => insertFigure(button.dataset['insert'] ?? ''))
}

function insertFigure(source: string): void {
  const status = document.querySelector<HTMLElement>('[data-insert-status]')
  const box = lastBox?.isConnected ? lastBox : firstBox()
  if (box === null) {
    if (status) status.textContent = status.dataset['noBox'] ?? ''
    return
  }
  box.focus()
  // Deprecated without a successor: what is put in by any other way is not in the browser's own undo.
  // oxlint-disable-next-line typescript/no-deprecated
  if (!document.execCommand('insertText', false, source)) {
    box.setRangeText(source, box.selectionStart, box.selectionEnd, 'end')
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: source }))
  }
  lastBox = box
  if (status) status.textContent = (status.dataset['inserted'] ?? '').replace('{box}', labelOf(box)).replace('{source}', source)
}

/** Nobody has written yet: the first box, at its end. */
function firstBox(): HTMLTextAreaElement | null {
  const box = document.querySelector<HTMLTextAreaElement>(figureBoxes)
  box?.setSelectionRange(box.value.length, box.value.length)
  return box
}

/** The label without the readings over its characters. */
function labelOf(box: HTMLTextAreaElement): string {
  const label = box.labels[0]?.cloneNode(true) as HTMLElement | undefined
  for (const reading of label?.querySelectorAll('rt, rp') ?? []) reading.remove()
  return label?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

const figureFind = document.querySelector<HTMLInputElement>('#figure-find')
figureFind?.closest<HTMLElement>('[data-figure-find]')?.removeAttribute('hidden')
figureFind?.addEventListener('input', () => {
  const words = widthless(figureFind.value).split(/\s+/)
  let count = 0
  for (const item of document.querySelectorAll<HTMLElement>('[data-figure-list] li')) {
    const name = widthless(item.dataset['name'] ?? '')
    item.hidden = !words.every((word) => name.includes(word))
    if (!item.hidden) count++
  }
  const none = document.querySelector<HTMLElement>('[data-figure-none]')
  if (none) none.textContent = count === 0 ? (none.dataset['words'] ?? '') : ''
})

function widthless(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

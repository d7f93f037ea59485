/** Sizes follow the screen, so that a television on a wall and a tablet on a counter are read from as far away as they are large. */
export const SIGNAGE_STYLE = `
html { font: 700 clamp(14px, 1.45vw + 0.6vh, 60px)/1.45 "BIZ UDGothic", "Noto Sans JP", sans-serif; background: #0b1220; color: #fff; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; cursor: none; }
p, h1, h2 { margin: 0; }
header { display: flex; justify-content: space-between; gap: 1em; padding: 0.6em 1.2em; background: #16213a; }
header span { font-weight: 400; margin-inline-start: 0.6em; }
#signage-stale { background: #fff; color: #8a0000; padding: 0.5em 1.2em; }
#signage-stale[hidden] { display: none; }
main { flex: 1; display: flex; flex-direction: column; gap: 0.6em; padding: 0.6em; }
.out-of-sight { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
article { flex: 1; display: flex; gap: 1.2em; align-items: center; padding: 0.8em 1.2em; border-inline-start: 1em solid #3b6fd4; background: #16213a; }
.sign { flex: none; width: 1.5em; height: 1.5em; font-size: 3.4em; line-height: 1.5em; text-align: center; border-radius: 0.2em; background: #3b6fd4; }
.words { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 0.5em; }
.words > h2 { font-size: 2.5em; line-height: 1.2; }
.words > p { font-size: 1.45em; }
.screen-2 .words > h2 { font-size: 1.9em; }
.screen-2 .words > p { font-size: 1.15em; }
.others { display: grid; grid-template-columns: repeat(auto-fit, minmax(11em, 1fr)); gap: 1em; border-top: 2px solid #fff6; padding-top: 0.5em; }
.others h2 { font-size: 1.05em; }
.others p { font-size: 0.95em; font-weight: 400; }
.words > .times { font-size: 0.9em; font-weight: 400; }
/* Two notices leave no room for all languages at once: they take turns. */
@keyframes turn { 0% { opacity: 1; } 33.4% { opacity: 0; } }
@media (min-width: 40.01em) {
  .screen-2 .others { display: grid; grid-template-columns: 1fr; }
  .screen-2 .others section { grid-area: 1 / 1; opacity: 0; animation: turn 18s infinite step-end; }
  .screen-2 .others section:nth-child(2) { animation-delay: -12s; }
  .screen-2 .others section:nth-child(3) { animation-delay: -6s; }
}
.level-2 { border-color: #f2e700; } .level-2 .sign { background: #f2e700; color: #000; }
.level-3 { border-color: #ff2800; } .level-3 .sign { background: #ff2800; color: #000; }
.level-4 { border-color: #aa00aa; background: #3d003d; } .level-4 .sign { background: #aa00aa; }
.level-5 { border-color: #fff; background: #0c000c; } .level-5 .sign { background: #fff; color: #0c000c; }
.more { text-align: end; padding-inline-end: 0.6em; }
.nothing { margin: auto; text-align: center; display: flex; flex-direction: column; gap: 0.6em; font-size: 1.7em; }
@media (max-width: 40em) { article { flex-direction: column; align-items: flex-start; } }
`

/** Looks again by itself; what could not be fetched leaves the old screen standing and says since when it is old. */
export const SIGNAGE_SCRIPT = `
const seconds = Number(document.body.dataset.seconds)
const stale = document.querySelector('#signage-stale')
const clock = document.querySelector('#signage-clock')
const staleText = stale.textContent
let seenAt = new Date()

const minute = (at) => at.toLocaleString('ja-JP', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })

async function look() {
  try {
    const answer = await fetch(location.href, { cache: 'no-cache', signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(String(answer.status))
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    const shown = document.querySelector('main')
    if (fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh)
    seenAt = new Date()
    stale.hidden = true
  } catch {
    stale.textContent = staleText + ' (' + minute(seenAt) + ')'
    stale.hidden = false
  }
}

const tick = () => { clock.textContent = minute(new Date()) }
tick()
setInterval(tick, 5_000)
setInterval(look, seconds * 1_000)
`

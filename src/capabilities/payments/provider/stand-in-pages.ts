import { attributes, html, nothing, trusted, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { BookSession } from './stand-in-book.ts'
import { MOODS, type Mood, type ToldMessage } from './stand-in-teller.ts'

/** The stand-in is another company: its pages share nothing with the city's look, and say on every one what they are. */
const STYLE = trusted(`<style>
body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#eef1f6;color:#1c2430}main{max-width:30rem;margin:1.5rem auto;padding:1.5rem;background:#fff;border-radius:10px}
main.wide{max-width:60rem}h1{font-size:1.25rem;margin:0 0 .5rem}.warn{background:#fff3cd;border:1px solid #8a6d00;padding:.6rem .8rem;border-radius:6px}
.sum{font-size:1.8rem;font-weight:700;margin:.5rem 0}label{display:block;margin:.8rem 0 .2rem}input,select{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;border:1px solid #5b6778;border-radius:6px}
button{font:inherit;padding:.7rem 1rem;border-radius:6px;border:1px solid #1c2430;background:#fff;cursor:pointer;margin:.8rem .4rem 0 0}button.main{background:#1b4fd6;color:#fff;border-color:#1b4fd6;width:100%}
.bad{color:#a3191d;font-weight:600}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d3d9e2;padding:.4rem;text-align:left;font-size:.875rem}
</style>`)

const WARNING = html`<p class="warn"><strong>架空の決済会社 / A stand-in.</strong> お金は動きません。本物のカードの番号を入れないでください。練習用: <code>4242 4242 4242 4242</code>(払える)、<code>4000 0000 0000 0002</code>(断られる)。
  No money moves. Never type the number of a real card; use those.</p>`

function frame(title: string, main: Html, isWide = false): string {
  return html`<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>${STYLE}</head>
    <body><main${attributes({ class: isWide ? 'wide' : null })}>${main}</main></body></html>`.source
}

const MOOD_WORDS: Readonly<Record<Mood, string>> = {
  'in-time': 'すぐに1回 / at once', twice: '2回 / twice', late: '90秒おくれて / 90 seconds late', never: '知らせない / never',
  'out-of-order': '順番を逆に / out of order', 'wrong-signature': '署名が違う / wrong signature', storm: '1,000回 / 1,000 times',
}

/** The page where the card is typed. */
export function payPage(session: BookSession, action: string, mood: Mood, problem = ''): string {
  return frame('お支払い / Payment', html`<h1>カードのお支払い / Card payment</h1>${WARNING}
    <p>${session.title}</p><p class="sum">¥${session.yen.toLocaleString('ja-JP')}</p>
    ${problem === '' ? nothing : html`<p class="bad" role="alert">${problem}</p>`}
    <form method="post" action="${action}" autocomplete="off">
      <label for="number">カードの番号 / Card number</label><input id="number" name="number" inputmode="numeric" autocomplete="off">
      <label for="expiry">有効期限 / Expiry (MM/YY)</label><input id="expiry" name="expiry" inputmode="numeric" autocomplete="off">
      <label for="code">確認コード / Security code</label><input id="code" name="code" inputmode="numeric" autocomplete="off">
      <label for="mood">市への知らせ方 / How the city is told</label>
      <select id="mood" name="mood">${MOODS.map((one) => html`<option${attributes({ value: one, selected: one === mood })}>${MOOD_WORDS[one]}</option>`)}</select>
      <button class="main" name="act" value="pay">払う / Pay</button>
      <button name="act" value="fail">支払いを不成立にする / End as failed</button>
      <button name="act" value="cancel">やめて市へ戻る / Back to the city</button>
    </form>`)
}

export function endedPage(session: BookSession): string {
  return frame('お支払い / Payment', html`<h1>${session.paymentStatus === 'paid' ? '支払われました / Paid' : 'このページは終わりました / This page has ended'}</h1>${WARNING}
    <p><a href="${session.cancelUrl}">市のページへ戻る / Back to the city</a></p>`)
}

/** What the stand-in has told, and what it can be made to do. */
export function deskPage(sessions: readonly BookSession[], told: readonly ToldMessage[], base: string): string {
  return frame('架空の決済会社 / Stand-in provider', html`<h1>架空の決済会社 / Stand-in card provider</h1>${WARNING}
    <form method="post" action="${base}/desk"><button name="act" value="held">おくらせた知らせを送る / Send what is held back</button></form>
    <h2>セッション / Sessions</h2>
    <table><thead><tr><th>id</th><th>¥</th><th>状態 / state</th><th></th></tr></thead><tbody>
    ${sessions.map(({ id, yen, status, paymentStatus }) => html`<tr><td>${id}</td><td>${yen}</td><td>${status} / ${paymentStatus}</td><td><form method="post" action="${base}/desk">
      <input type="hidden" name="session" value="${id}"><button name="act" value="again">もう一度知らせる / Tell again</button><button name="act" value="storm">1,000回 / 1,000 times</button></form></td></tr>`)}
    </tbody></table>
    <h2>知らせ / Messages</h2>
    <table><thead><tr><th>時刻 / at</th><th>種類 / type</th><th>session</th><th>how</th><th>回数 / times</th><th>市の答え / answer</th></tr></thead><tbody>
    ${told.map(({ at, type, session, mood, times, status }) => html`<tr><td>${minuteOf(at)}</td><td>${type}</td><td>${session}</td><td>${MOOD_WORDS[mood]}</td><td>${times}</td><td>${status}</td></tr>`)}
    </tbody></table>`, true)
}

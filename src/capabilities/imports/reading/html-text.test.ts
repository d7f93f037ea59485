import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsHtml, plainParagraphs } from './html-text.ts'

test.each([
  ['<p>一つ目。</p> <p>二つ目。</p>', '一つ目。\n二つ目。'],
  ['<ul style="x"> <li>・点検</li> <li>・更新</li> </ul>', '・点検\n・更新'],
  ['<div><b>方針①</b>    届きやすい<br/>行政</div>', '方針① 届きやすい\n行政'],
  ['A &amp; B &lt;c&gt; &#x3042;&#12356;&nbsp;&unknown;', 'A & B <c> あい &unknown;'],
  ['<script>alert("x")</script>前<style>p{}</style>後', '前後'],
  ['<script>閉じない', ''],
  ['<a href="http://x.invalid">見る</a>', '見る'],
])('%s', (fragment, text) => {
  expect(plainParagraphs(fragment)).toBe(text)
})

test.each([
  ['<p>文</p>', true],
  ['<br>', true],
  ['1 < 2 かつ 3 > 2', false],
  ['<<予定>>', false],
  ['', false],
])('%s holds tags: %s', (text, expected) => {
  expect(holdsHtml(text)).toBe(expected)
})

test('what was text stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('あ', '事', '。', '、', '1', 'a') }), (text) => {
      expect(plainParagraphs(`<p>${text}</p>`)).toBe(text)
    }),
  )
})

import { sendMail } from '#capabilities/mail/mail.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { Voice, type Language } from '#kernel/text/text.ts'
import type { Item } from './model.ts'
import { findItem, listClasses } from './store/guide.ts'
import { findQuestion, forgetAddress, listAddresses, type Question } from './store/questions.ts'
import { guide } from './store/rows.ts'
import { askWords } from './text/ask-words.ts'

/**
 * After a question was answered: writes to whoever left an address, in their language. The address is forgotten here in
 * the same transaction; the mail capability erases its own copy as soon as the letter is out.
 */
export const writeLetters = job<{ readonly question: string }>('garbage-guide.write-letters', {
  run: async (tx, { question: id }, city) => {
    const question = await findQuestion(tx, id)
    if (question === undefined || question.state === 'open') return
    const item = question.itemKey === null ? undefined : await findItem(tx, question.itemKey)
    for (const to of await listAddresses(tx, id)) {
      await tx.note({ act: 'write an answer', subject: `garbage-question:${id}`, basis: 'the resident asked for the answer at this address' })
      const { subject, body } = await letterText(tx, city, question, item, to.language)
      await sendMail(tx, { to: to.address, subject, text: body, purpose: 'garbage-guide.answer' })
      await forgetAddress(tx, to.id)
    }
  },
})

/** Every night: forgets who fetched a calendar on days gone by. */
export const forgetFetches = job<null>('garbage-guide.forget-fetches', {
  timetable: { dailyAt: '03:40' },
  run: async (tx) => {
    await tx.run(guide.deleteFrom('garbage_guide.calendar_fetch').where('day', '<', tx.today))
  },
})

async function letterText(tx: Tx, city: City, question: Question, item: Item | undefined, language: Language): Promise<{ subject: string; body: string }> {
  const voice = new Voice({ language, hasFurigana: false, textSize: 'standard' })
  const lines = [voice.plain(askWords.letterGreeting, { word: question.word }), '']
  if (item !== undefined) {
    const classes = await listClasses(tx)
    const name = item.name[language] || item.name.ja
    const ways = item.ways.map(({ classKey, size, note }) => {
      const found = classes.find(({ key }) => key === classKey)
      return [size[language], found?.name[language], note[language]].filter(Boolean).join(' / ')
    })
    lines.push(...ways.map((way) => voice.plain(askWords.letterItem, { name, classes: way })), '', voice.plain(askWords.letterMore, { name }))
  }
  if (question.reply !== null) lines.push(question.reply)
  lines.push('', voice.plain(askWords.letterEnd, { city: voice.plain(city.displayName) }))
  return { subject: voice.plain(askWords.letterSubject, { word: question.word }), body: lines.join('\n') }
}

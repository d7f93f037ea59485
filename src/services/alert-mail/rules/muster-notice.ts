import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { LANGUAGES, type Phrase } from '#kernel/text/text.ts'
import type { MusterClass } from '../model.ts'
import { musterWords as words } from '../text/muster-words.ts'

interface CallWords {
  readonly classes: readonly MusterClass[]
  readonly reason: string
  readonly place: string
}

/** What a call says. Reason and place are the officer's own words and stand in all languages as they were typed. */
export function callTexts({ classes, reason, place }: CallWords, title: Phrase<never> = words.noticeTitle): NoticeTexts {
  const own = LANGUAGES.map((language) => {
    const fill = (phrase: Phrase, values: Readonly<Record<string, string>>) =>
      Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), phrase[language])
    const sentences = [
      fill(words.noticeBody, { class: classes.map(({ name }) => name[language]).join('、'), place }),
      fill(words.noticeReason, { reason }),
      words.noticeReply[language],
    ]
    return [language, { title: title[language], sentences, origin: 'phrasebook' }]
  })
  return Object.fromEntries(own)
}

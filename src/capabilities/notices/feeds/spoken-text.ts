import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { spokenText } from '../rules/wording-spoken.ts'
import { feedLanguage, noticeIn, plainPhrase } from './feed-visit.ts'

/** For loudspeakers along the streets and for whoever reads out over the telephone: kana where the reading is known. */
export async function showSpokenText(visit: Visit): Promise<Answer> {
  const notice = await noticeIn(visit)
  const language = feedLanguage(visit)
  const city = language === 'ja' || language === 'ja-x-yasashii' ? visit.city.displayName[language] : plainPhrase(visit.city.displayName, language)
  return fileAnswer(spokenText(notice, language, city), 'text/plain; charset=utf-8')
}

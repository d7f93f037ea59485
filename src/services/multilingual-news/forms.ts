import { choiceField, hiddenField, longTextField, textField, type Field, type Form } from '#kernel/forms/form.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { NEWS_TOPICS } from './model.ts'
import { LANGUAGE_NAMES } from './text/news-words.ts'
import { staffWords } from './text/staff-words.ts'
import { topicWords } from './text/topic-words.ts'

/** Ending of a field's name for each language. */
export const FIELD_ENDINGS: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'easy', en: 'en', pt: 'pt' }

/** Texts come as typed; what is wrong with them is for rules/text-problems.ts to say. */
export const newsForm: Form = {
  seen: hiddenField({ isRequired: false }),
  act: textField({ label: staffWords.save, max: 20, isRequired: false }),
  topic: choiceField({ label: staffWords.topic, choices: NEWS_TOPICS.map((topic) => ({ value: topic, label: topicWords[topic] })) }),
  ...Object.assign({}, ...LANGUAGES.map(languageFields)),
}

function languageFields(language: Language): Record<string, Field> {
  const ending = FIELD_ENDINGS[language]
  return {
    [`title.${ending}`]: textField({ label: LANGUAGE_NAMES[language], max: 1_000, isRequired: false }),
    [`body.${ending}`]: longTextField({ label: LANGUAGE_NAMES[language], isRequired: false }),
    [`origin.${ending}`]: textField({ label: staffWords.origin, max: 20, isRequired: false }),
  }
}

/** `seen` is the digest of the texts on the page that sent it. */
export const sendForm = { seen: hiddenField() }
export const digestForm = { month: textField({ label: staffWords.makeDigest, max: 7, pattern: /^\d{4}-\d{2}$/ }) }

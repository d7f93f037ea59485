import { z } from 'zod'
import { sendMail } from '#capabilities/mail/mail.ts'
import { CityPackFault, jsonOf, type City } from '#kernel/city/city.ts'
import { job } from '#kernel/jobs/job.ts'
import { LANGUAGES, Voice, type Language } from '#kernel/text/text.ts'
import { remindOf } from './actions/remind.ts'
import { listPlanPeople, listUnsentReminders, markReminderSent } from './store/reminders.ts'
import { loadPresentPlan } from './store/load-document.ts'
import { listRunningRounds, loadRounds } from './store/rounds.ts'
import { holdPlan } from './store/save-document.ts'
import { boardWords } from './text/round-board-words.ts'

/**
 * Hands the letters of today to the mail. Members of staff are written to at their login and the domain that the city
 * names (plan/reminders.json of its folder); where it names none the letters stay on the board.
 */
export const sendReminders = job<null>('plan.send-reminders', {
  run: async (tx, _input, city) => {
    const domain = mailDomainOf(city)
    if (domain === null) return
    const [waiting, people] = await Promise.all([listUnsentReminders(tx, tx.today), listPlanPeople(tx)])
    for (const { id, personId, roundName, sheets } of waiting) {
      const person = people.find((known) => known.id === personId)
      if (person === undefined) continue
      const voice = new Voice({ language: languageOf(person.language), hasFurigana: false, textSize: 'standard' })
      await sendMail(tx, {
        to: `${person.login}@${domain}`,
        subject: voice.plain(boardWords.letterSubject),
        text: voice.plain(boardWords.letterBody, { name: person.name, round: roundName, count: sheets }),
        purpose: 'plan.reminder',
      })
      await markReminderSent(tx, id)
    }
  },
})

function mailDomainOf(city: City): string | null {
  const source = jsonOf(city, 'plan/reminders.json')
  if (source === undefined) return null
  const read = z.object({ mailDomain: z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/) }).safeParse(source)
  if (!read.success) throw new CityPackFault(`cities/${city.key}/plan/reminders.json: mailDomain is no domain, e.g. city.example.jp`)
  return read.data.mailDomain
}

function languageOf(text: string): Language {
  return LANGUAGES.find((known) => known === text) ?? 'ja'
}

/** Every morning, before the counters open: kind letters to whoever holds a late sheet. */
export const remindEveryMorning = job<null>('plan.remind', {
  timetable: { dailyAt: '08:00' },
  run: async (tx) => {
    for (const { planKey, year, key } of await listRunningRounds(tx)) {
      await holdPlan(tx, planKey)
      const [present, { running }] = await Promise.all([loadPresentPlan(tx, planKey, year), loadRounds(tx, planKey, year)])
      if (present === undefined || running?.key !== key) continue
      const made = await remindOf(tx, running, present.document, 'timetable')
      if (made > 0) tx.enqueue(sendReminders, null, { onceKey: 'plan.send-reminders' })
    }
  },
})

import { randomUUID } from 'node:crypto'
import { addContact } from '#capabilities/notices/contacts.ts'
import { PERSONAL_CHANNELS, type NoticeTexts } from '#capabilities/notices/model.ts'
import { rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { syncStaffLists, calledPeople } from '../actions/staff-lists.ts'
import { syncClassLists } from '../actions/class-lists.ts'
import { facts } from '../facts.ts'
import { ROLES, type Role } from '../model.ts'
import { ROLE_NAMES } from '../rules/class-sheet.ts'
import { schoolYearOf } from '../rules/school-year.ts'
import { confirmGuardian, keepGuardian, listGuardians } from '../store/guardians.ts'
import { keepAddressees, keepMessage, keepReceipt } from '../store/messages.ts'
import { endCall, keepArrival, keepCall, keepReply } from '../store/muster.ts'
import { addRosterContact, listRoster } from '../store/roster.ts'
import { ensureClass, listClasses } from '../store/schools.ts'

/** What the demo's past looks like: classes with guardians, a message that most have read, and a drill of the muster. */
export async function seedDemo(tx: Tx, city: City): Promise<void> {
  const rows = rowsOf(city, 'alert-mail/guardians.csv')
  if (rows.length > 0) {
    await seedGuardians(tx, rows)
    await seedMessage(tx, rows[0]?.school ?? '')
  }
  if (rowsOf(city, 'alert-mail/roster.csv').length > 0) await seedDrill(tx)
}

async function seedGuardians(tx: Tx, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const touched = new Set<string>()
  for (const row of rows) {
    const schoolKey = row.school ?? ''
    const language = LANGUAGES.find((one) => one === row.language) ?? 'ja'
    const role = ROLES.find((one) => ROLE_NAMES[one] === row.role) ?? 'other'
    const one = await ensureClass(tx, { schoolKey, schoolYear: schoolYearOf(tx.today), grade: Number(row.grade), name: row.class ?? '' })
    const isConfirmed = row.state === 'confirmed'
    const guardian = await keepGuardian(tx, { classId: one.id, childLabel: row.child ?? '', role: null, language, invitedAddress: isConfirmed ? null : row.address || null })
    if (isConfirmed) await join(tx, guardian.id, { address: row.address ?? '', role, language, schoolKey })
    touched.add(one.id)
  }
  await syncClassLists(tx, [...touched])
}

async function join(tx: Tx, guardianId: string, { address, role, language, schoolKey }: { address: string; role: Role; language: Language; schoolKey: string }): Promise<void> {
  const added = await addContact(tx, { channel: 'mail', address, language, isConfirmed: true })
  if (!added.ok) return
  await confirmGuardian(tx, guardianId, { contactId: added.id, role, language })
  tx.publish(facts.guardianJoined, `guardian:${guardianId}`, { school: schoolKey, language })
}

const PAST_MESSAGE: NoticeTexts = {
  ja: { title: '{授業|じゅぎょう}{参観|さんかん}のお{知|し}らせ', sentences: ['{来週|らいしゅう}の{水曜日|すいようび}、5{時間目|じかんめ}に{授業|じゅぎょう}{参観|さんかん}を{行|おこな}います。', '{上履|うわば}きをお{持|も}ちください。'], origin: 'human' },
  'ja-x-yasashii': { title: '{学校|がっこう}に {来|き}て ください', sentences: ['{来週|らいしゅう}の {水曜日|すいようび}に、{授業|じゅぎょう}を {見|み}る ことが できます。', '{上履|うわば}きを {持|も}って きて ください。'], origin: 'human' },
  en: { title: 'Open class next week', sentences: ['Parents may visit the fifth lesson on Wednesday next week.', 'Please bring indoor shoes.'], origin: 'human' },
  pt: { title: 'Aula aberta na próxima semana', sentences: ['Os responsáveis podem assistir à quinta aula na quarta-feira da próxima semana.', 'Tragam calçado para uso interno.'], origin: 'human' },
}

/** It went out before this city's channels counted: only its receipts are there. */
async function seedMessage(tx: Tx, schoolKey: string): Promise<void> {
  const classes = await listClasses(tx, schoolKey, schoolYearOf(tx.today))
  const sentAt = tx.now.subtract({ hours: 72 })
  const id = randomUUID()
  await keepMessage(tx, {
    id, schoolKey, target: 'school', classIds: classes.map((one) => one.id), texts: PAST_MESSAGE, level: 0, asksReceipt: true, isDrill: false, state: 'sent', leavesAt: null,
    noticeId: randomUUID(), writtenBy: randomUUID(), writtenByName: '早瀬 澪', confirmedBy: null, confirmedByName: null, changedAt: sentAt, sentAt,
  })
  const guardians = (await listGuardians(tx, classes.map((one) => one.id))).filter(({ state }) => state === 'confirmed')
  await keepAddressees(tx, id, guardians.flatMap((guardian) => (guardian.contactId === null ? [] : [{ guardianId: guardian.id, contactId: guardian.contactId, classId: guardian.classId }])))
  for (const [index, { contactId }] of guardians.entries()) {
    if (contactId !== null && index % 4 !== 3) await keepReceipt(tx, id, contactId, sentAt.add({ minutes: 20 + index * 37 }))
  }
  tx.publish(facts.messageSent, `message:${id}`, { school: schoolKey, classes: classes.length, people: guardians.length, isReminder: false, isDrill: false })
}

const DRILL_REPLIES = [12, 25, 30, 45, 60, 90, null, 20, 35] as const

async function seedDrill(tx: Tx): Promise<void> {
  for (const [index, person] of (await listRoster(tx, tx.today)).entries()) {
    const added = await addContact(tx, { channel: PERSONAL_CHANNELS[0], address: `staff${String(index + 1).padStart(2, '0')}@example.jp`, language: 'ja', isConfirmed: true })
    if (added.ok) await addRosterContact(tx, person.id, added.id)
  }
  await syncStaffLists(tx)
  const people = await calledPeople(tx, ['second'])
  if (people.length === 0) return
  const calledAt = tx.now.subtract({ hours: 30 * 24 })
  const call = {
    id: randomUUID(), classKeys: ['second'], reason: '情報伝達訓練', place: '市役所本庁舎', isDrill: true, noticeId: null, calledAt, calledByName: '北村 駿',
    remindAfterMinutes: 15, remindTimes: 2, endedAt: null,
  }
  await keepCall(tx, call, people)
  let [replied, coming] = [0, 0]
  for (const [index, person] of people.entries()) {
    const minutes = DRILL_REPLIES[index % DRILL_REPLIES.length]
    if (minutes === undefined || index % 7 === 6) continue
    const repliedAt = calledAt.add({ minutes: 2 + (index % 9) })
    replied++
    await keepReply(tx, call.id, person.id, minutes === null ? { kind: 'cannot', reason: 'family', repliedAt } : { kind: 'coming', minutes, whence: 'home', repliedAt }, 'link')
    tx.publish(facts.musterReplied, `muster:${call.id}`, { kind: minutes === null ? 'cannot' : 'coming', isFirst: true, minutes: 2 + (index % 9), isDrill: true }, repliedAt)
    if (minutes === null) continue
    coming++
    await keepArrival(tx, call.id, person.id, repliedAt.add({ minutes: minutes + 3 }))
  }
  await endCall(tx, call.id)
  tx.publish(facts.musterEnded, `muster:${call.id}`, { people: people.length, replied, coming, arrived: coming, replyPercent: Math.round((replied * 1_000) / people.length) / 10, isDrill: true }, calledAt.add({ hours: 2 }))
}

import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const
const day = z.iso.date().meta(told)

/** Who is meant stands as the city's own key only: whoever listens asks the register for what it may know. */
const people = z.array(z.uuid()).min(1).meta({ privacy: 'personal' })
const householdId = z.uuid().meta({ privacy: 'personal' })

/**
 * What the resident register tells the city. The subject is the entry (異動) that was applied; `on` is the day from which
 * it holds in law, which may lie before the day it was recorded.
 */
export const residentFacts = {
  /** 転入 (住民基本台帳法第22条). */
  movedIn: factType('resident-records.moved-in', z.object({ people, householdId, on: day, from: z.enum(['japan', 'abroad']).meta(told) })),
  /** 転居 (第23条). */
  movedWithin: factType('resident-records.moved-within', z.object({ people, householdId, on: day, town: z.string().meta(inside) })),
  /** 転出 (第24条). */
  movedOut: factType('resident-records.moved-out', z.object({ people, householdId, on: day, to: z.enum(['japan', 'abroad']).meta(told) })),
  /** 世帯変更 (第25条). */
  householdChanged: factType('resident-records.household-changed', z.object({ people, householdId, on: day })),
  /** 出生による記載 (施行令第11条). */
  born: factType('resident-records.born', z.object({ people, householdId, on: day })),
  /** 死亡による消除 (第8条). */
  died: factType('resident-records.died', z.object({ people, householdId, on: day })),
  /** 職権記載・職権消除・職権修正 (第8条, 施行令第12条), and changes of names after an entry in the family register. */
  amended: factType('resident-records.amended', z.object({ people, householdId, on: day })),
  /** 訂正: what stood there was wrong from `on` on. */
  corrected: factType('resident-records.corrected', z.object({ people, householdId, on: day })),
  /** 取消: an entry is taken back; the state before it holds again from `on` on. */
  cancelled: factType('resident-records.cancelled', z.object({ people, householdId, on: day })),
  /** 支援措置 began or ended. Where the person lives is told to nobody by this. */
  protectionChanged: factType('resident-records.protection-changed', z.object({ people, isProtected: z.boolean().meta(inside), on: day })),
}

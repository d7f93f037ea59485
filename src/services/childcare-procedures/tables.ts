// Written by `npm run tables` from the migrated database; edit the migrations, not this file.

export interface ChildcareProceduresTables {
  'childcare_procedures.entitled_child': EntitledChildTable
  'childcare_procedures.entitlement': EntitlementTable
}

export interface EntitledChildTable {
  /** internal: which decision */
  application_id: string
  /** personal: the child, as the register's key */
  child_id: string
}

export interface EntitlementTable {
  /** internal: the application that was decided */
  application_id: string
  /** personal: who receives it, as the register's key */
  claimant_id: string | null
  /** personal: first day of the first month */
  from_month: Temporal.PlainDate
  /** personal: amount a month */
  monthly_yen: number
  /** internal: when it was decided */
  decided_at: Temporal.Instant
}

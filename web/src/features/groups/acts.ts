/** What the log of a group knows to tell of. */
const ACTS = [
  "created",
  "described",
  "invited",
  "invite_cancelled",
  "asked_to_join",
  "joined",
  "turned_away",
  "join_taken_back",
  "contributed",
  "receipt_added",
  "receipt_removed",
  "proposed",
  "amended",
  "taken_back",
  "voted",
  "decided",
  "paid_out",
  "not_executed",
  "retried",
  "constitution_changed",
  "role_given",
  "left",
  "removed",
  "delegated",
  "delegation_ended",
  "loan_asked",
  "loan_cancelled",
  "guarantee_answered",
  "repaid",
  "loan_restructure",
  "loan_offset",
  "loan_call_guarantors",
  "loan_write_off",
  "loan_step_taken",
  "fined",
  "fine_waived",
  "dues_allowed",
  "dues_stopped",
  "dues_reminded",
] as const

export type Act = (typeof ACTS)[number] | "other"

export function actOf(act: string): Act {
  return ACTS.find((known) => known === act) ?? "other"
}

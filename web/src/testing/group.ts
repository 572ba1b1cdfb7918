/** A group as tests see it, in the types of the API: each test says what is different in its own. */
import type { Group, Member, Right, Rules, Vote } from "@/api/groups"
import type { Schema } from "@/api/types"

export const GROUP = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
export const VOTE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e60"
export const AT = "2026-11-21T09:30:00Z"

export const inr = (minor: number) => ({ minor, currency: "INR" })
export const page = (...items: object[]) => ({ items, next: null })

export const face = (n: number, name: string): Schema["FaceOut"] => ({
  id: `0198c5f0-0000-7000-8000-00000000000${n}`,
  name,
  phone: "+91 ••••• ••210",
  handle: null,
  photo_url: null,
})
export const RAVI = face(1, "Ravi Kumar")
export const MEERA = face(2, "Meera Nair")

export const rules: Rules = {
  schema: 1,
  admission: "officers",
  max_members: 500,
  vote: { percent: 51, weighty_percent: 67, open_hours: 72, lapse_days: 7, second_factor_minor: 0, delegations: 2, delegation_days: 90 },
  dues: [],
  loans: [],
  reserve_minor: 0,
  escalation: { steps: [], quiet_from: 21, quiet_until: 9 },
}

/** A group of two with nothing in its pot, in which the person may do what `rights` say. */
export const group = (rights: Right[] = ["read"], more: Partial<Group> = {}): Group => ({
  id: GROUP,
  kind: "simple_pot",
  name: "Friends of the well",
  purpose: "",
  currency: "INR",
  is_women_only: false,
  members: 2,
  is_over: false,
  created_at: AT,
  me: { id: "m1", status: "active", role: "member", rights, has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(0), available: inr(0) },
  picture_url: null,
  open_proposals: 0,
  needs: { votes: [], joins: 0, joins_by_vote: false, guarantees: [], instalment: null, dues: null },
  constitution_version: 1,
  constitution: rules,
  ...more,
})

export const member = (id: string, person: Schema["FaceOut"], more: Partial<Member> = {}): Member => ({
  id,
  person,
  role: "member",
  status: "active",
  has_voice: true,
  saved: inr(0),
  asked_at: AT,
  joined_at: AT,
  ended_at: null,
  ...more,
})

/** An open question whether 200 rupees go to Ravi, asked by him and read by another. */
export const vote = (more: Partial<Vote> = {}): Vote => ({
  id: VOTE,
  kind: "withdraw",
  status: "open",
  version: 1,
  asker: RAVI,
  is_mine: false,
  reason: "",
  amount: inr(20_000),
  payee: RAVI,
  payout: null,
  may_choose_destination: false,
  subject: RAVI,
  loan_id: null,
  instalments: null,
  split: null,
  roles: [],
  changes: [],
  tally: { electors: 2, needed: 2, percent: 51, yes: 0, no: 0, abstain: 0, gone: 0, waiting: 2 },
  words: [],
  may_vote: false,
  needs_pin: false,
  mine: null,
  opened_at: AT,
  expires_at: "2036-11-24T09:30:00Z",
  decided_at: null,
  lapses_at: null,
  executed_at: null,
  failure: null,
  ...more,
})

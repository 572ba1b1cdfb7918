/** Where a withdrawal goes: an account used before, or a new one. */
import type { Schema } from "@/api/types"

type Destination = Schema["WithdrawIn"]["destination"]

export interface Target {
  destination: Destination
  /** "HDFC •••• 6789" */
  masked: string
}

export interface Account {
  name: string
  number: string
  ifsc: string
}

export const LONGEST_NUMBER = 18
const NUMBER = /^\d{6,18}$/
const IFSC = /^[A-Z]{4}0[A-Z0-9]{6}$/

export type AccountFault = "name" | "number" | "repeat" | "ifsc"

/** What is wrong with a new account; the number is typed twice, for money sent astray is gone. */
export function faultsOf({ name, number, ifsc }: Account, repeat: string): AccountFault[] {
  const faults: AccountFault[] = []
  if (!name.trim()) faults.push("name")
  if (!NUMBER.test(number)) faults.push("number")
  if (repeat !== number) faults.push("repeat")
  if (!IFSC.test(ifsc)) faults.push("ifsc")
  return faults
}

export function maskNumber(number: string, ifsc: string): string {
  return `${ifsc.slice(0, 4)} •••• ${number.slice(-4)}`
}

export function targetOf({ name, number, ifsc }: Account): Target {
  return {
    destination: { kind: "bank", account_number: number, ifsc, name: name.trim() },
    masked: maskNumber(number, ifsc),
  }
}

/** The file that people fill in. The first sign tells spreadsheets that it is UTF-8. */
import { saveFile } from "@/lib/share"

const COLUMNS = "recipient,name,amount,note"

export function saveTemplate(): void {
  saveFile(new Blob([`\ufeff${COLUMNS}\r\n`], { type: "text/csv" }), "batua-pay-many.csv")
}

/** Rows that were typed or pasted without the names of the columns get them. */
export function asTable(text: string): Blob {
  const first = text.trimStart().split("\n", 1)[0] ?? ""
  const hasNames = !/\d/.test(first)
  const gap = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ","
  const names = ["recipient", "amount", "note"].join(gap)
  return new Blob([hasNames ? text : `${names}\n${text}`], { type: "text/csv" })
}

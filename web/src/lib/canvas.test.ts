import { expect, test } from "vitest"
import { wrapText } from "./canvas"

const measure = (text: string) => [...new Intl.Segmenter("hi", { granularity: "grapheme" }).segment(text)].length

test("words are put on a line until it is full", () => {
  expect(wrapText("one two three four", 9, measure)).toEqual(["one two", "three", "four"])
})

test("spaces and empty texts leave nothing behind", () => {
  expect(wrapText("  one \n two  ", 20, measure)).toEqual(["one two"])
  expect(wrapText("   ", 20, measure)).toEqual([])
})

test("a word that is longer than a line is cut between whole letters", () => {
  expect(wrapText("abcdefgh xy", 3, measure)).toEqual(["abc", "def", "gh", "xy"])
  expect(wrapText("किताबक्षि", 2, measure).join("")).toBe("किताबक्षि")
  for (const line of wrapText("किताबक्षि", 2, measure)) expect(line).not.toMatch(/^\p{M}/u)
})

test("what follows a cut word goes on its last line", () => {
  expect(wrapText("abcdef g", 4, measure)).toEqual(["abcd", "ef g"])
})

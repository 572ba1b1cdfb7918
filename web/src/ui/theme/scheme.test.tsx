import { act, render, screen } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { remembered } from "@/lib/remembered"
import { day, night, SCHEMES, variablesOf } from "./palette"
import { followScheme, useScheme, type Mode } from "./scheme"

function Shown() {
  const { mode, shown, setMode } = useScheme()
  const choose = (next: Mode) => () => setMode(next)
  return (
    <>
      <output>{`${mode} ${shown}`}</output>
      <button onClick={choose("dark")}>dark</button>
      <button onClick={choose("system")}>system</button>
    </>
  )
}

afterEach(() => remembered.theme.forget())

test("what is chosen is drawn at once, and kept", () => {
  followScheme()
  render(<Shown />)
  expect(screen.getByRole("status")).toHaveTextContent("system light")
  expect(document.documentElement.dataset["theme"]).toBe("light")

  act(() => screen.getByText("dark").click())
  expect(screen.getByRole("status")).toHaveTextContent("dark dark")
  expect(document.documentElement.dataset["theme"]).toBe("dark")
  expect(remembered.theme.get()).toBe("dark")

  act(() => screen.getByText("system").click())
  expect(screen.getByRole("status")).toHaveTextContent("system light")
  expect(document.documentElement.dataset["theme"]).toBe("light")
})

test("another tab's choice is followed", () => {
  followScheme()
  render(<Shown />)
  remembered.theme.set("dark")
  act(() => void dispatchEvent(new StorageEvent("storage", { key: "batua.theme" })))
  expect(screen.getByRole("status")).toHaveTextContent("dark dark")
  remembered.theme.forget()
  act(() => void dispatchEvent(new StorageEvent("storage", { key: null })))
  expect(screen.getByRole("status")).toHaveTextContent("system light")
})

test("each colour has a value by day and by night", () => {
  expect(Object.keys(variablesOf(night)).sort()).toEqual(Object.keys(variablesOf(day)).sort())
  expect(SCHEMES["[data-theme='dark']"]).toMatchObject({ colorScheme: "dark", "--batua-palette-divider": night.divider })
})

import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { expect, test, vi } from "vitest"
import { AmountPad } from "./AmountPad"
import { PinPad } from "./PinPad"

function Amount({ currency }: { currency: string }) {
  const [value, setValue] = useState("")
  return <AmountPad value={value} onChange={setValue} currency={currency} label="How much?" />
}

test("the keys write an amount and refuse a third decimal", async () => {
  const user = userEvent.setup()
  render(<Amount currency="INR" />)
  for (const key of ["1", "0", "0", "0", ".", "5", "0", "9"])
    await user.click(screen.getByRole("button", { name: key }))
  expect(screen.getByLabelText("How much?")).toHaveValue("1,000.50")
  await user.click(screen.getByRole("button", { name: "Erase" }))
  expect(screen.getByLabelText("How much?")).toHaveValue("1,000.5")
})

test("a currency without decimals has no point", () => {
  render(<Amount currency="JPY" />)
  expect(screen.queryByRole("button", { name: "." })).toBeNull()
})

test("six digits are handed on once, by keys or by a paste", async () => {
  const user = userEvent.setup()
  const onComplete = vi.fn()
  render(<PinPad label="Your PIN" onComplete={onComplete} />)
  for (const digit of "27094") await user.click(screen.getByRole("button", { name: digit }))
  expect(onComplete).not.toHaveBeenCalled()
  await user.click(screen.getByRole("button", { name: "6" }))
  expect(onComplete.mock.calls).toEqual([["270946"]])
  await user.clear(screen.getByLabelText("Your PIN"))
  await user.click(screen.getByLabelText("Your PIN"))
  await user.paste("123 789")
  expect(onComplete).toHaveBeenLastCalledWith("123789")
})

test("the PIN is emptied after a wrong one, and is hidden unless it is asked for", async () => {
  const user = userEvent.setup()
  const { rerender } = render(<PinPad label="Your PIN" onComplete={vi.fn()} />)
  const field = screen.getByLabelText("Your PIN")
  await user.type(field, "270946")
  expect(field).toHaveAttribute("type", "password")
  rerender(<PinPad label="Your PIN" onComplete={vi.fn()} busy />)
  rerender(<PinPad label="Your PIN" onComplete={vi.fn()} error="This is not your PIN" />)
  expect(field).toHaveValue("")
  expect(screen.getByRole("alert")).toHaveTextContent("This is not your PIN")
  await user.click(screen.getByRole("button", { name: "Show the PIN" }))
  expect(field).toHaveAttribute("type", "text")
})

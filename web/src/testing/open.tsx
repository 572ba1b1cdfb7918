/** Open the whole app at an address, as a person would. */
import { createMemoryHistory } from "@tanstack/react-router"
import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { App } from "@/app/App"
import { makeRouter } from "@/app/router"

export function open(path: string) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }))
  const shown = render(<App router={router} />)
  return { ...shown, user: userEvent.setup({ delay: null }), router }
}

/** A form whose fields stand under each other; the browser's own bubbles stay away. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"

const Plain = styled("form")({ display: "flex", flexDirection: "column", gap: 20 })

interface Props {
  /** So that a button outside of it can name it: `<Button type="submit" form={id}>`. */
  id?: string
  onSubmit: () => void
  children: ReactNode
}

export function Form({ id, onSubmit, children }: Props) {
  return (
    <Plain
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </Plain>
  )
}

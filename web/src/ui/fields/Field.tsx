/** A field with its name above, help below, and what is wrong in words. */
import { styled } from "@/ui/theme/styled"
import { useId, type ComponentProps, type ReactNode, type Ref } from "react"
import { Text } from "../layout/Text"

const Whole = styled("div")({ display: "grid", gap: 6 })

export const Box = styled("div")({
  display: "flex",
  alignItems: "center",
  minHeight: 56,
  borderRadius: 14,
  border: "2px solid var(--batua-palette-text-disabled)",
  background: "var(--batua-palette-background-paper)",
  overflow: "hidden",
  "&:focus-within": {
    borderColor: "var(--batua-palette-primary-main)",
    boxShadow: "0 0 0 2px var(--batua-palette-primary-main)",
  },
  "&:has([aria-invalid=true])": { borderColor: "var(--batua-palette-error-main)" },
  "& input, & textarea, & select": {
    flex: 1,
    minWidth: 0,
    width: "100%",
    minHeight: 52,
    padding: "12px 14px",
    border: 0,
    background: "transparent",
    outline: "none",
    fontSize: "1.0625rem",
  },
  "& select": { cursor: "pointer" },
  "& option": { color: "var(--batua-palette-text-primary)", background: "var(--batua-palette-background-paper)" },
  "& textarea": { resize: "vertical", display: "block" },
  "& ::placeholder": { color: "var(--batua-palette-text-disabled)", opacity: 1 },
})

interface Frame {
  label: string
  hint?: ReactNode
  error?: string | null
}

interface FrameProps extends Frame {
  id: string
  children: ReactNode
}

/** The frame alone, for inputs of another kind. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <Whole>
      <Text as="label" bold size="body" {...{ htmlFor: id }}>
        {label}
      </Text>
      <Box>{children}</Box>
      <div id={`${id}-note`} aria-live="polite">
        {error ? (
          <Text size="small" tone="bad">
            {error}
          </Text>
        ) : (
          hint && (
            <Text size="small" tone="quiet" as="div">
              {hint}
            </Text>
          )
        )}
      </div>
    </Whole>
  )
}

/** What ties an input to its frame. */
export function fieldLinks(id: string, error?: string | null) {
  return { id, "aria-invalid": Boolean(error), "aria-describedby": `${id}-note` }
}

interface Props extends Frame, Omit<ComponentProps<"input">, "id"> {
  /** Inside the box, before and after what is typed. */
  start?: ReactNode
  end?: ReactNode
  ref?: Ref<HTMLInputElement>
}

export function Field({ label, hint, error, start, end, ...input }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {start}
      <input {...fieldLinks(id, error)} {...input} />
      {end}
    </FieldFrame>
  )
}

/** A sheet from below on a phone, a window on a desk. The browser keeps the focus inside. */
import { styled } from "@/ui/theme/styled"
import { useEffect, useId, useRef, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"
import { Text } from "../layout/Text"

const Dialog = styled("dialog")({
  border: 0,
  padding: 0,
  color: "inherit",
  background: "var(--batua-palette-background-paper)",
  width: "100%",
  maxWidth: "100%",
  maxHeight: "90dvh",
  margin: "auto 0 0",
  borderRadius: "24px 24px 0 0",
  overflow: "auto",
  overscrollBehavior: "contain",
  "&::backdrop": { background: "rgb(12 10 30 / 0.55)" },
  "&[open]": { animation: "sheet 160ms ease-out" },
  "@keyframes sheet": { from: { transform: "translateY(24px)", opacity: 0 } },
  "@media (min-width: 600px)": { width: 480, margin: "auto", borderRadius: 24 },
})

const Inside = styled("div")({
  display: "grid",
  gap: 20,
  padding: "16px 20px max(24px, env(safe-area-inset-bottom))",
})

const Top = styled("div")({
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  gap: 8,
  marginRight: -8,
})

interface Props {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

export function Sheet({ open, title, onClose, children }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) {
      element.showModal()
      // What the sheet asks for first is typed at once; else the cursor stays on the cross.
      const [, first] = element.querySelectorAll<HTMLElement>("button, input, textarea, select, a")
      if (first?.matches("input, textarea")) first.focus()
    }
    if (!open && element.open) element.close()
  }, [open])
  return (
    // A click on the dialog itself is one on its backdrop; Escape and the cross do the same.
    <Dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {open && (
        <Inside>
          <Top>
            <Text as="h2" size="title" id={titleId}>
              {title}
            </Text>
            <RoundButton label={t("do.close")} onClick={onClose}>
              <Icon name="close" />
            </RoundButton>
          </Top>
          {children}
        </Inside>
      )}
    </Dialog>
  )
}

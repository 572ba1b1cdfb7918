/** Where the short messages appear, above the bar at the foot. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"
import { dismiss, useToasts } from "./toasts"

const Place = styled("div")({
  position: "fixed",
  zIndex: 30,
  insetInline: 12,
  bottom: "calc(88px + env(safe-area-inset-bottom))",
  display: "grid",
  gap: 8,
  justifyItems: "center",
  pointerEvents: "none",
  "@media (min-width: 900px)": { bottom: 24 },
})

const Message = styled("div")({
  pointerEvents: "auto",
  display: "flex",
  alignItems: "center",
  gap: 8,
  width: "100%",
  maxWidth: 460,
  padding: "6px 6px 6px 18px",
  borderRadius: 16,
  color: "var(--batua-palette-background-default)",
  background: "var(--batua-palette-text-primary)",
  boxShadow: "0 8px 24px rgb(12 10 30 / 0.25)",
  animation: "toast 160ms ease-out",
  "@keyframes toast": { from: { transform: "translateY(12px)", opacity: 0 } },
  "& > span": { flex: 1, padding: "8px 0" },
})

export function Toasts() {
  const { t } = useTranslation()
  const toasts = useToasts()
  return (
    <Place role="status" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <Message key={id}>
          {tone !== "plain" && <Icon name={tone === "good" ? "check" : "warn"} size={20} />}
          <span>{text}</span>
          {action && (
            <Button
              variant="text"
              color="inherit"
              onClick={() => {
                dismiss(id)
                action.act()
              }}
            >
              {action.label}
            </Button>
          )}
          <RoundButton label={t("do.close")} onClick={() => dismiss(id)}>
            <Icon name="close" size={20} />
          </RoundButton>
        </Message>
      ))}
    </Place>
  )
}

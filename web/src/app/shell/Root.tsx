/** What stands around every screen. */
import { Outlet } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { styled } from "@/ui/theme/styled"
import { Toasts } from "@/ui/feedback/Toasts"

const Skip = styled("a")({
  position: "fixed",
  zIndex: 40,
  insetInlineStart: 8,
  top: -100,
  padding: "14px 18px",
  borderRadius: 14,
  color: "var(--batua-palette-primary-contrastText)",
  background: "var(--batua-palette-primary-main)",
  "&:focus": { top: 8 },
})

export function Root() {
  const { t } = useTranslation()
  return (
    <>
      <Skip href="#main">{t("nav.skip")}</Skip>
      <Outlet />
      <Toasts />
    </>
  )
}

/** Says that there is no network, on every screen, until it is back. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { useOnline } from "@/lib/online"
import { Icon } from "../icons/Icon"

const Bar = styled("div")({
  display: "flex",
  alignItems: "center",
  justifyContent: "center",
  gap: 10,
  padding: "8px 16px",
  fontSize: "0.875rem",
  fontWeight: 650,
  color: "var(--batua-palette-warning-contrastText)",
  background: "var(--batua-palette-warning-main)",
})

export function OfflineBar() {
  const { t } = useTranslation()
  const isOnline = useOnline()
  return (
    <div role="status">
      {!isOnline && (
        <Bar>
          <Icon name="offline" size={20} />
          <span>{t("state.offline")}</span>
        </Bar>
      )}
    </div>
  )
}

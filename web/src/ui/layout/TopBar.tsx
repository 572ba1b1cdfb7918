/** The bar on top of every screen: the way back, the language, and help. */
import { styled } from "@/ui/theme/styled"
import { useCanGoBack, useRouter } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { LanguageSwitch } from "../settings/LanguageSwitch"
import { ThemeSwitch } from "../settings/ThemeSwitch"
import { Icon } from "../icons/Icon"
import { Brand } from "./Brand"
import { IconLink } from "./IconLink"
import { RoundButton } from "./RoundButton"

const Bar = styled("header")({
  position: "sticky",
  top: 0,
  zIndex: 10,
  display: "flex",
  alignItems: "center",
  gap: 2,
  minHeight: 60,
  padding: "6px 8px",
  paddingTop: "max(6px, env(safe-area-inset-top))",
  background: "color-mix(in srgb, var(--batua-palette-background-default) 92%, transparent)",
  backdropFilter: "blur(8px)",
  "@media (min-width: 900px)": { paddingInline: 24 },
})

/** Beside an arrow back there is room for them on a desk only. */
const Finders = styled("span")({
  display: "flex",
  gap: 2,
  "&.wide": { display: "none" },
  "@media (min-width: 900px)": { "&.wide": { display: "flex" } },
})

const Space = styled("span")({ flex: 1 })

interface Props {
  back?: string | true | (() => void)
  outside?: boolean
}

export function TopBar({ back, outside }: Props) {
  const { t } = useTranslation()
  return (
    <Bar>
      {back ? <Back to={back} /> : <Brand />}
      <Space />
      {!outside && (
        <Finders className={back ? "wide" : undefined}>
          <IconLink to="/search" icon="search" label={t("nav.search")} />
          <IconLink to="/notifications" icon="bell" label={t("nav.notifications")} badge />
        </Finders>
      )}
      <LanguageSwitch />
      {outside && <ThemeSwitch />}
      <IconLink to="/help" icon="help" label={t("nav.help")} />
    </Bar>
  )
}

function Back({ to }: { to: string | true | (() => void) }) {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  if (typeof to === "string") return <IconLink to={to} icon="back" label={t("nav.back")} />
  const goBack = () => {
    if (to !== true) to()
    // Opened straight from a link, there is nothing to go back to but home.
    else if (canGoBack) router.history.back()
    else void router.navigate({ to: "/" })
  }
  return (
    <RoundButton label={t("nav.back")} onClick={goBack}>
      <Icon name="back" />
    </RoundButton>
  )
}

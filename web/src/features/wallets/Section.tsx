/** A part of home: its name, the way to all of it, and what it holds. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const All = styled(Link)({
  display: "inline-flex",
  alignItems: "center",
  minHeight: 48,
  flexShrink: 0,
  paddingInline: 4,
  fontWeight: 650,
  color: "var(--batua-palette-primary-main)",
})

interface Props {
  title: string
  /** Where all of it is. */
  all: string
  children: ReactNode
}

export function Section({ title, all, children }: Props) {
  const { t } = useTranslation("wallets")
  return (
    <Stack as="section" gap={2}>
      <Stack row justify="space-between" gap={4}>
        <Text as="h2" size="title">
          {title}
        </Text>
        {/* Named by its words first, so that it can also be spoken to. */}
        <All to={all} aria-label={`${t("home.all")}: ${title}`}>
          {t("home.all")}
        </All>
      </Stack>
      {children}
    </Stack>
  )
}

/** How often what was not read comes as one e-mail, how it would look now, and amounts on lock screens. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"
import { digestQuery, type Wishes } from "./wishes"

const OFTEN = ["none", "daily", "weekly"] as const

interface Props {
  wishes: Wishes
  onWish: (wishes: Wishes) => void
}

export function Summary({ wishes, onWish }: Props) {
  const { t } = useTranslation("settings")
  const [isOpen, setOpen] = useState(false)
  return (
    <Stack gap={3}>
      <SelectField
        label={t("summary.title")}
        value={wishes.digest ?? "none"}
        options={OFTEN.map((value) => ({ value, label: t(`summary.${value}`) }))}
        onChange={(value) => onWish({ ...wishes, digest: value as Wishes["digest"] })}
      />
      <Text tone="quiet">{t("summary.body")}</Text>
      <Pills>
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t("summary.look")}
        </Button>
      </Pills>
      <Pills>
        <Pill
          type="button"
          aria-pressed={wishes.shows_amounts ?? false}
          onClick={() => onWish({ ...wishes, shows_amounts: !wishes.shows_amounts })}
        >
          {t("amounts")}
          {wishes.shows_amounts && <Icon name="check" size={18} />}
        </Pill>
      </Pills>
      <Sheet open={isOpen} title={t("summary.look")} onClose={() => setOpen(false)}>
        {isOpen && <Look />}
      </Sheet>
    </Stack>
  )
}

function Look() {
  const { t } = useTranslation("settings")
  const found = useQuery(digestQuery)
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <RowsSkeleton />
  if (found.data.is_empty) return <Text tone="quiet">{t("summary.empty")}</Text>
  return (
    <Stack gap={3}>
      <Text bold>{found.data.subject}</Text>
      <Text as="div">
        <span style={{ whiteSpace: "pre-wrap" }}>{found.data.text}</span>
      </Text>
    </Stack>
  )
}

/** Words to look for in the notes, and a sheet with the other filters. */
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Group } from "@/api/groups"
import { useSettled } from "@/lib/settled"
import { SearchField } from "@/ui/fields/SearchField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Pill } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Sheet } from "@/ui/sheet/Sheet"
import { FilterFields } from "./FilterFields"
import { countOf, NO_FILTERS, type Filters } from "./filters"

const SETTLE_MS = 350

interface Props {
  group: Group
  filters: Filters
  onChange: (filters: Filters) => void
}

export function FilterBar({ group, filters, onChange }: Props) {
  const { t } = useTranslation("groups")
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(filters.text)
  const settled = useSettled(typed.trim(), SETTLE_MS)
  const [shown, setShown] = useState(filters.text)
  if (shown !== filters.text) {
    setShown(filters.text)
    if (filters.text !== typed.trim()) setTyped(filters.text)
  }
  useEffect(() => {
    if (settled !== filters.text && settled === typed.trim()) onChange({ ...filters, text: settled })
  })
  const count = countOf(filters)
  return (
    <>
      <Stack row gap={2}>
        <SearchField label={t("statement.search")} clear={t("members.clear")} value={typed} onChange={setTyped} />
        <Pill
          type="button"
          aria-pressed={count > 0}
          aria-label={t("statement.filters", { count })}
          onClick={() => setOpen(true)}
        >
          <Icon name="filter" />
          {count > 0 && count}
        </Pill>
      </Stack>
      <Sheet open={isOpen} title={t("statement.filter")} onClose={() => setOpen(false)}>
        <FilterFields group={group} filters={filters} onChange={onChange} />
        <Button size="large" onClick={() => setOpen(false)}>
          {t("statement.show")}
        </Button>
        {count > 0 && (
          <Button variant="text" onClick={() => onChange({ ...NO_FILTERS, text: filters.text })}>
            {t("statement.all")}
          </Button>
        )}
      </Sheet>
    </>
  )
}

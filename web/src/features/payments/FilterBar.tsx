/** The search field, the button of the filters on a phone, and a chip for each filter that is set. */
import { Button } from "@/ui/layout/Button"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "@/lib/settled"
import { SearchField } from "@/ui/fields/SearchField"
import { Icon } from "@/ui/icons/Icon"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Sheet } from "@/ui/sheet/Sheet"
import { ExportButton } from "./ExportButton"
import { FilterFields } from "./FilterFields"
import { countOf, type Filters } from "./filters"
import { useFilterChips } from "./filter-chips"

const SETTLE_MS = 350

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
  /** On a phone the filters lie in a sheet. */
  withSheet: boolean
}

export function FilterBar({ filters, onChange, withSheet }: Props) {
  const { t } = useTranslation("payments")
  const chips = useFilterChips(filters)
  return (
    <Stack gap={3}>
      <Stack row gap={2}>
        <SearchText filters={filters} onChange={onChange} />
        {withSheet && <FilterSheet filters={filters} onChange={onChange} />}
      </Stack>
      {chips.length > 0 && (
        <Pills>
          {chips.map(({ label, without }) => (
            <Pill
              key={label}
              type="button"
              aria-label={t("filter.remove", { filter: label })}
              onClick={() => onChange(without)}
            >
              {label}
              <Icon name="close" size={16} />
            </Pill>
          ))}
        </Pills>
      )}
    </Stack>
  )
}

type Changing = Pick<Props, "filters" | "onChange">

function SearchText({ filters, onChange }: Changing) {
  const { t } = useTranslation("payments")
  const wanted = filters.text ?? ""
  const [typed, setTyped] = useState(wanted)
  const settled = useSettled(typed.trim(), SETTLE_MS)
  const [shown, setShown] = useState(wanted)
  if (shown !== wanted) {
    // Changed elsewhere: cleared, or by going back.
    setShown(wanted)
    if (wanted !== typed.trim()) setTyped(wanted)
  }
  useEffect(() => {
    if (settled !== wanted && settled === typed.trim())
      onChange({ ...filters, text: settled || undefined })
  })
  return (
    <SearchField
      label={t("activity.search")}
      clear={t("filter.clear_text")}
      value={typed}
      onChange={setTyped}
    />
  )
}

function FilterSheet({ filters, onChange }: Changing) {
  const { t } = useTranslation("payments")
  const [isOpen, setOpen] = useState(false)
  const count = countOf(filters)
  return (
    <>
      <Pill
        type="button"
        aria-pressed={count > 0}
        aria-label={t("filter.open", { count })}
        onClick={() => setOpen(true)}
      >
        <Icon name="filter" />
        {count > 0 && count}
      </Pill>
      <Sheet open={isOpen} title={t("filter.title")} onClose={() => setOpen(false)}>
        <FilterFields filters={filters} onChange={onChange} />
        <Button size="large" onClick={() => setOpen(false)}>
          {t("filter.show")}
        </Button>
        <Stack align="center">
          <ExportButton filters={filters} />
        </Stack>
      </Sheet>
    </>
  )
}

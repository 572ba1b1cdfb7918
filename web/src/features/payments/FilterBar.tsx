/** The search field, the button of the filters on a phone, and a chip for each filter that is set. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "@/lib/settled"
import { Icon } from "@/ui/icons/Icon"
import { Pill, Pills } from "@/ui/layout/Pill"
import { RoundButton } from "@/ui/layout/RoundButton"
import { Stack } from "@/ui/layout/Stack"
import { Sheet } from "@/ui/sheet/Sheet"
import { ExportButton } from "./ExportButton"
import { FilterFields } from "./FilterFields"
import { countOf, type Filters } from "./filters"
import { useFilterChips } from "./filter-chips"

const SETTLE_MS = 350

const Search = styled("div")({
  flex: 1,
  display: "flex",
  alignItems: "center",
  gap: 8,
  minWidth: 0,
  minHeight: 52,
  paddingInline: "16px 4px",
  borderRadius: 26,
  border: "2px solid var(--batua-palette-text-disabled)",
  background: "var(--batua-palette-background-paper)",
  "& input": { flex: 1, minWidth: 0, minHeight: 48, padding: 0, border: 0, outline: "none", background: "transparent" },
  "& input::placeholder": { color: "var(--batua-palette-text-secondary)", opacity: 1 },
  "& input::-webkit-search-cancel-button": { display: "none" },
  "&:focus-within": {
    borderColor: "var(--batua-palette-primary-main)",
    boxShadow: "0 0 0 2px var(--batua-palette-primary-main)",
  },
})

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
    <Search>
      <Icon name="search" size={22} />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={t("activity.search")}
        placeholder={t("activity.search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed && (
        <RoundButton label={t("filter.clear_text")} onClick={() => setTyped("")}>
          <Icon name="close" size={20} />
        </RoundButton>
      )}
    </Search>
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

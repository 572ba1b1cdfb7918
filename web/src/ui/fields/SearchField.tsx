/** Words to look for; with a button that takes them away. */
import { styled } from "@/ui/theme/styled"
import { Icon } from "@/ui/icons/Icon"
import { RoundButton } from "@/ui/layout/RoundButton"

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
  label: string
  clear: string
  value: string
  onChange: (typed: string) => void
}

export function SearchField({ label, clear, value, onChange }: Props) {
  return (
    <Search>
      <Icon name="search" size={22} />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={100}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value && (
        <RoundButton label={clear} onClick={() => onChange("")}>
          <Icon name="close" size={20} />
        </RoundButton>
      )}
    </Search>
  )
}

/** A telephone number of any country. */
import { styled } from "@/ui/theme/styled"
import { useId, type Ref } from "react"
import { useTranslation } from "react-i18next"
import { COUNTRIES, countryName } from "@/lib/countries"
import { FieldFrame, fieldLinks } from "./Field"

const Country = styled("span")({
  position: "relative",
  alignSelf: "stretch",
  display: "flex",
  alignItems: "center",
  paddingInline: 14,
  fontWeight: 650,
  fontVariantNumeric: "tabular-nums",
  borderInlineEnd: "2px solid var(--batua-palette-divider)",
  "&::after": { content: '"▾"', marginInlineStart: 6, fontSize: "0.8em" },
  "& select": { position: "absolute", inset: 0, opacity: 0 },
  "&:focus-within": { background: "color-mix(in srgb, var(--batua-palette-primary-main) 14%, transparent)" },
})

interface Props {
  label: string
  country: string
  onCountry: (id: string) => void
  value: string
  onChange: (typed: string) => void
  hint?: string
  error?: string | null
  ref?: Ref<HTMLInputElement>
}

export function PhoneField({ label, country, onCountry, value, onChange, hint, error, ref }: Props) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const calling = COUNTRIES.find((known) => known.id === country)?.calling ?? ""
  const shown = `+${calling}`
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Country>
        <span aria-hidden="true">{shown}</span>
        <select
          aria-label={t("phone.country")}
          autoComplete="tel-country-code"
          value={country}
          onChange={(event) => onCountry(event.target.value)}
        >
          {COUNTRIES.map((known) => (
            <option key={known.id} value={known.id}>
              {[countryName(known.id, i18n.language), known.calling].join(" +")}
            </option>
          ))}
        </select>
      </Country>
      <input
        {...fieldLinks(id, error)}
        ref={ref}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}

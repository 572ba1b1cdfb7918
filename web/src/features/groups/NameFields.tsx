/** What a group is called and what it is for: asked alike of a new group and of one that stands. */
import { useTranslation } from "react-i18next"
import { Field } from "@/ui/fields/Field"

export interface Names {
  name: string
  purpose: string
}

/** As they are ordered; null as long as the name is missing. */
export function namesOf({ name, purpose }: Names): Names | null {
  return name.trim() ? { name: name.trim(), purpose: purpose.trim() } : null
}

export function NameFields({ names, onChange }: { names: Names; onChange: (names: Names) => void }) {
  const { t } = useTranslation("groups")
  return (
    <>
      <Field
        label={t("create.name")}
        hint={t("create.name_hint")}
        maxLength={80}
        value={names.name}
        onChange={(event) => onChange({ ...names, name: event.target.value })}
      />
      <Field
        label={t("create.purpose")}
        hint={t("create.purpose_hint")}
        maxLength={500}
        value={names.purpose}
        onChange={(event) => onChange({ ...names, purpose: event.target.value })}
      />
    </>
  )
}

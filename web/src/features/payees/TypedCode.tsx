/** The way to pay when no camera helps: the words under the code, typed. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { lookUp } from "@/api/payees"
import type { FoundPayee } from "@/api/types"
import { HOME_COUNTRY } from "@/lib/countries"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Stack } from "@/ui/layout/Stack"
import { Sheet } from "@/ui/sheet/Sheet"
import { useGroupLink } from "./group-link"
import { waysToLookUp } from "./who"

export function TypedCode({ onFound }: { onFound: (found: FoundPayee) => void }) {
  const { t } = useTranslation("payees")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="outlined"
        size="large"
        startIcon={<Icon name="edit" />}
        onClick={() => setOpen(true)}
      >
        {t("scan.type")}
      </Button>
      <Sheet open={isOpen} title={t("scan.type")} onClose={() => setOpen(false)}>
        <Typing onFound={onFound} />
      </Sheet>
    </>
  )
}

function Typing({ onFound }: { onFound: (found: FoundPayee) => void }) {
  const { t } = useTranslation("payees")
  const [text, setText] = useState("")
  const [way] = waysToLookUp(text, HOME_COUNTRY)
  const goIntoGroup = useGroupLink()
  const search = useMutation({ mutationFn: lookUp, onSuccess: onFound })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (way && !search.isPending && !goIntoGroup(text)) search.mutate(way)
      }}
    >
      <Stack gap={5}>
        <Field
          label={t("type.label")}
          hint={t("type.hint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <ProblemNote error={search.error} />
        <Button type="submit" size="large" disabled={!way} loading={search.isPending}>
          {t("type.find")}
        </Button>
      </Stack>
    </form>
  )
}

/** The whole statement as a file, in the format that is asked for. */
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "@/api/files"
import { saveFile } from "@/lib/share"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"

const FORMATS = ["csv", "ndjson", "parquet"] as const
type Format = (typeof FORMATS)[number]

export function StatementFile({ wallet }: { wallet: string }) {
  const { t } = useTranslation("wallets")
  const [isOpen, setOpen] = useState(false)
  const file = useMutation({
    mutationFn: (format: Format) => fetchFile(`/wallets/${wallet}/statement/export?format=${format}`),
    onSuccess: (bytes, format) => {
      saveFile(bytes, `batua-statement.${format}`)
      setOpen(false)
      toast({ text: t("statement.file.saved"), tone: "good" })
    },
  })
  return (
    <Stack row justify="end">
      <Button variant="outlined" startIcon={<Icon name="download" />} onClick={() => setOpen(true)}>
        {t("statement.file.open")}
      </Button>
      <Sheet open={isOpen} title={t("statement.file.title")} onClose={() => setOpen(false)}>
        <Text tone="quiet">{t("statement.file.intro")}</Text>
        <ListCard>
          {FORMATS.map((format) => (
            <li key={format}>
              <ListRow
                start={<Icon name="download" />}
                title={t(`statement.file.${format}`)}
                second={
                  file.isPending && file.variables === format
                    ? t("statement.file.busy")
                    : t(`statement.file.${format}_hint`)
                }
                onClick={() => {
                  if (!file.isPending) file.mutate(format)
                }}
              />
            </li>
          ))}
        </ListCard>
        <ProblemNote error={file.error} />
      </Sheet>
    </Stack>
  )
}

/** The payments that are shown, as a file for a spreadsheet. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { fetchFile } from "@/api/files"
import { saveFile } from "@/lib/share"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { toParams, toQuery, type Filters } from "./filters"

const FILE = "batua-payments.csv"

export function ExportButton({ filters }: { filters: Filters }) {
  const { t } = useTranslation("payments")
  const file = useMutation({
    mutationFn: () => fetchFile(`/payments/export.csv?${toParams(toQuery(filters))}`),
    onSuccess: (csv) => saveFile(csv, FILE),
    onError: () => toast({ text: t("activity.not_exported"), tone: "bad" }),
  })
  return (
    <Button
      variant="outlined"
      startIcon={<Icon name="download" />}
      loading={file.isPending}
      onClick={() => file.mutate()}
    >
      {t("activity.export")}
    </Button>
  )
}

/** Takes a file away that is made for it; says so when it did not come. */
import { useMutation } from "@tanstack/react-query"
import { saveFile } from "@/lib/share"
import { toast } from "../feedback/toasts"
import { Icon } from "../icons/Icon"
import { Button } from "./Button"

interface Props {
  fetch: () => Promise<Blob>
  /** What the file is called. */
  name: string
  label: string
  /** What is said when it did not come. */
  failed: string
}

export function DownloadButton({ fetch, name, label, failed }: Props) {
  const file = useMutation({
    mutationFn: fetch,
    onSuccess: (found) => saveFile(found, name),
    onError: () => toast({ text: failed, tone: "bad" }),
  })
  return (
    <Button variant="outlined" startIcon={<Icon name="download" />} loading={file.isPending} onClick={() => file.mutate()}>
      {label}
    </Button>
  )
}

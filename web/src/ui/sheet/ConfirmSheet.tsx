/** A last question before something that cannot be taken back; the button says what it does. */
import { Button } from "@/ui/layout/Button"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "../feedback/ProblemNote"
import { Stack } from "../layout/Stack"
import { Text } from "../layout/Text"
import { Sheet } from "./Sheet"

interface Props {
  open: boolean
  title: string
  /** What will happen, in a sentence. */
  body: string
  /** The words on the button: "Sign out this phone", never "OK". */
  confirm: string
  onConfirm: () => void
  onClose: () => void
  tone?: "danger" | "plain"
  busy?: boolean
  error?: unknown
}

export function ConfirmSheet(props: Props) {
  const { t } = useTranslation()
  return (
    <Sheet open={props.open} title={props.title} onClose={props.onClose}>
      <Text>{props.body}</Text>
      <ProblemNote error={props.error} />
      <Stack gap={3}>
        <Button
          size="large"
          color={props.tone === "danger" ? "error" : "primary"}
          loading={props.busy}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
        <Button variant="text" color="inherit" onClick={props.onClose}>
          {t("do.not_now")}
        </Button>
      </Stack>
    </Sheet>
  )
}

/** What became of a question: a sign, a word and a colour that say the same. */
import { useTranslation } from "react-i18next"
import type { Vote } from "@/api/groups"
import { Mark, type Look } from "@/ui/layout/Mark"

const LOOKS: Record<Vote["status"], Look> = {
  open: { icon: "clock", colour: "warning-main" },
  approved: { icon: "check", colour: "success-main" },
  executing: { icon: "clock", colour: "warning-main" },
  executed: { icon: "check", colour: "success-main" },
  rejected: { icon: "close", colour: "error-main" },
  expired: { icon: "clock", colour: "text-secondary" },
  withdrawn: { icon: "close", colour: "text-secondary" },
  failed: { icon: "warn", colour: "error-main" },
  lapsed: { icon: "clock", colour: "text-secondary" },
}

export function VoteState({ status, chip }: { status: Vote["status"]; chip?: boolean }) {
  const { t } = useTranslation("groups")
  return (
    <Mark look={LOOKS[status]} chip={chip}>
      {t(`status.${status}`)}
    </Mark>
  )
}

/** What a proposal changes of the rules, setting by setting. */
import { useTranslation } from "react-i18next"
import type { Change } from "@/api/groups"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { useChange } from "./change-words"
import { withoutDetails } from "../dues/change-words"
import { withoutLoanDetails } from "../loans/change-words"

export function Changes({ changes, currency }: { changes: Change[]; currency: string }) {
  const { t } = useTranslation("groups")
  const words = useChange(currency)
  return (
    <Card style={{ paddingBlock: 4 }} aria-label={t("change.title")}>
      <Facts>
        {withoutLoanDetails(withoutDetails(changes)).map((change) => {
          const { name, was, becomes } = words(change)
          return (
            <Fact key={change.path} name={name}>
              {t("change.from_to", { was, becomes })}
            </Fact>
          )
        })}
      </Facts>
    </Card>
  )
}

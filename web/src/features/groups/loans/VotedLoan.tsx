/** The loan that a vote is about: what the group would lend, at what cost. */
import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { loanQuery } from "@/api/loans"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Loaded } from "../Loaded"
import { faceOf } from "../faces"
import { Terms } from "./Terms"

interface Props {
  group: string
  id: string
  /** Of a vote about other terms: in how many instalments from then on. */
  count: number | null
}

export function VotedLoan({ group, id, count }: Props) {
  const { t } = useTranslation("loans")
  const loan = useQuery(loanQuery(group, id))
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("terms.title")}
      </Text>
      <Loaded query={loan} rows={2}>
        {(found) => {
          const agreed = found.guarantees.filter((each) => ["agreed", "released"].includes(each.status))
          return (
            <>
              <Terms cost={found.cost} rows={found.rows} period={found.period} count={found.count} />
              {count !== null && <Text bold>{t("change.to", { long: t(`terms.${found.period}`, { count }) })}</Text>}
              {agreed.length > 0 && (
                <Text>
                  {t("guarantors.answer", { names: agreed.map((each) => faceOf(each.person).name).join(", ") })}
                </Text>
              )}
            </>
          )
        }}
      </Loaded>
      <Link to="/groups/$id/loans/$loan" params={{ id: group, loan: id }} style={{ padding: "12px 0", fontWeight: 650 }}>
        {t("one.see")}
      </Link>
    </Stack>
  )
}

/** Dues of a group: my own first, then who has paid and who has not. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { duesFile, plansQuery } from "@/api/dues"
import { groupQuery, may } from "@/api/groups"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { DownloadButton } from "@/ui/layout/DownloadButton"
import { Screen } from "@/ui/layout/Screen"
import { Loaded } from "../Loaded"
import { MyDues } from "./MyDues"
import { WhoPaid } from "./WhoPaid"

const Columns = styled("div")({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 28,
  alignItems: "start",
  "@media (min-width: 1000px)": { gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", gap: 40 },
})

export function DuesScreen({ id }: { id: string }) {
  const { t } = useTranslation("dues")
  const group = useQuery(groupQuery(id))
  const plans = useQuery(plansQuery(id))
  const hasSome = (plans.data?.length ?? 0) > 0
  return (
    <Screen
      title={t("title")}
      intro={group.data?.name}
      back={`/groups/${id}`}
      width="wide"
      actions={hasSome && group.data && may(group.data, "export") && (
          <DownloadButton
            fetch={() => duesFile(id)}
            name="batua-group-dues.csv"
            label={t("download")}
            failed={t("not_downloaded")}
          />
        )}
    >
      <Loaded query={group}>
        {(found) => (
          <Loaded query={plans}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState picture="pouch" title={t("none")} body={t("none_body")} />
              ) : (
                <Columns>
                  <MyDues group={found} />
                  <WhoPaid group={found} plans={all} />
                </Columns>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Screen>
  )
}

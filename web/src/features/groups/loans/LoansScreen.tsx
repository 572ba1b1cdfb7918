/** The loans of a group: who borrowed what, and what is still owed. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, may, type Group } from "@/api/groups"
import { loansQuery, productsOf } from "@/api/loans"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { LoadedList } from "../Loaded"
import { LoanRowItem } from "./LoanRowItem"

export function LoansScreen({ id }: { id: string }) {
  const { t } = useTranslation("loans")
  const [which, setWhich] = useState<"all" | "mine">("all")
  const group = useQuery(groupQuery(id))
  const loans = useInfiniteQuery(loansQuery(id, which))
  const lends = group.data && productsOf(group.data).length > 0
  return (
    <Screen
      title={t("list.title")}
      intro={group.data?.name}
      back={`/groups/${id}`}
      width="middle"
      actions={group.data && <Borrow group={group.data} />}
    >
      <Segments
        label={t("list.which")}
        value={which}
        options={[
          { value: "all", label: t("list.all") },
          { value: "mine", label: t("list.mine") },
        ]}
        onChange={setWhich}
      />
      <LoadedList
        query={loans}
        empty={
          <EmptyState
            picture="pouch"
            title={t("list.none")}
            body={t(lends === false ? "list.lends_none" : "list.none_body")}
          />
        }
      >
        {(items) => (
          <ListCard>
            {items.map((loan) => (
              <li key={loan.id}>
                <LoanRowItem group={id} loan={loan} />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Screen>
  )
}

function Borrow({ group }: { group: Group }) {
  const { t } = useTranslation("loans")
  if (!may(group, "borrow") || productsOf(group).length === 0) return null
  return (
    <Button component={Link} {...{ to: `/groups/${group.id}/loans/new` }}>
      {t("list.borrow")}
    </Button>
  )
}

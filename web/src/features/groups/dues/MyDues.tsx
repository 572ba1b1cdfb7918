/** What I owe, what comes, and what is taken from my wallet by itself. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { myDuesQuery, type Dues, type MyDues as Mine } from "@/api/dues"
import { may, type Group } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { Card, ListCard } from "@/ui/layout/Card"
import { Mark } from "@/ui/layout/Mark"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { Loaded } from "../Loaded"
import { Automatic } from "./Automatic"
import { PayDues } from "./PayDues"
import { dayName, LOOKS } from "./words"

const SHOWN = 4

export function MyDues({ group }: { group: Group }) {
  const { t } = useTranslation("dues")
  const mine = useQuery(myDuesQuery(group.id))
  return (
    <Stack as="section" gap={5}>
      <Loaded query={mine} rows={2}>
        {(data) => (
          <>
            <Owed group={group} mine={data} />
            {data.coming.length > 0 && may(group, "contribute") && (
              <Stack gap={3}>
                <Text as="h2" size="title">
                  {t("coming.title")}
                </Text>
                <ListCard>
                  {data.coming.map((coming) => (
                    <li key={coming.plan}>
                      <Automatic group={group} coming={coming} />
                    </li>
                  ))}
                </ListCard>
              </Stack>
            )}
            {data.paid.length > 0 && <Rows title={t("mine.paid")} rows={data.paid.slice(0, SHOWN)} />}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

function Owed({ group, mine }: { group: Group; mine: Mine }) {
  const { t } = useTranslation("dues")
  if (mine.owed.minor === 0)
    return (
      <Card>
        <Mark look={LOOKS.paid} chip>
          {t("mine.nothing")}
        </Mark>
      </Card>
    )
  return (
    <Stack gap={3}>
      <Card>
        <Stack gap={4}>
          <Stack gap={1}>
            <Text as="h2" tone="quiet">
              {t("mine.owed")}
            </Text>
            <AmountText amount={mine.owed} size="xl" />
          </Stack>
          <PayDues group={group} mine={mine} />
        </Stack>
      </Card>
      <Rows rows={mine.open} />
    </Stack>
  )
}

function Rows({ title, rows }: { title?: string; rows: Dues[] }) {
  return (
    <Stack gap={3}>
      {title && (
        <Text as="h2" size="title">
          {title}
        </Text>
      )}
      <ListCard>
        {rows.map((dues) => (
          <li key={dues.id}>
            <Row dues={dues} />
          </li>
        ))}
      </ListCard>
    </Stack>
  )
}

function Row({ dues }: { dues: Dues }) {
  const { t, i18n } = useTranslation("dues")
  const money = (amount: Dues["due"]) => formatMoney(amount, i18n.language, { trim: true })
  const fineLeft = { ...dues.fine, minor: dues.fine.minor - dues.fine_paid.minor }
  const parts = [
    dues.paid.minor > 0 && dues.left.minor > 0 && t("mine.paid_so_far", { amount: money(dues.paid) }),
    fineLeft.minor > 0 && t("mine.fine", { amount: money(fineLeft) }),
    dues.fine_paid.minor > 0 && t("mine.fine_paid", { amount: money(dues.fine_paid) }),
    dues.fine_waived.minor > 0 && t("mine.waived", { amount: money(dues.fine_waived) }),
  ].filter(Boolean)
  return (
    <ListRow
      title={`${dues.name} · ${dayName(dues.due_on, i18n.language)}`}
      second={
        <>
          <Mark look={LOOKS[dues.state]}>{t(`state.${dues.state}`)}</Mark>
          {parts.map((part) => (
            <Text as="span" key={String(part)} size="small" tone="quiet" style={{ display: "block" }}>
              {part}
            </Text>
          ))}
        </>
      }
      end={<AmountText amount={dues.left.minor > 0 ? dues.left : dues.due} size="s" trim />}
    />
  )
}

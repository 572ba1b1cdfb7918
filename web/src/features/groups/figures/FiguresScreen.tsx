/** How the group does: loans, dues, its months, and where each member stands. */
import { styled } from "@/ui/theme/styled"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { figuresQuery, positionsFile, positionsQuery, type Figures } from "@/api/figures"
import { groupQuery, may } from "@/api/groups"
import { formatMoney, formatShare, type Amount } from "@/lib/money"
import { formatDay } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { DownloadButton } from "@/ui/layout/DownloadButton"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Loaded, LoadedList } from "../Loaded"
import { Months } from "./Months"
import { Positions } from "./Positions"

const Columns = styled("div")({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 28,
  alignItems: "start",
  "@media (min-width: 1000px)": { gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: 40 },
})

export function FiguresScreen({ id }: { id: string }) {
  const { t, i18n } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const figures = useQuery(figuresQuery(id))
  const positions = useInfiniteQuery(positionsQuery(id))
  return (
    <Screen
      title={t("figures.title")}
      intro={figures.data ? t("figures.of", { day: formatDay(figures.data.today, i18n.language) }) : group.data?.name}
      back={`/groups/${id}`}
      width="wide"
      actions={group.data && may(group.data, "export") && (
          <DownloadButton
            fetch={() => positionsFile(id)}
            name="batua-group-members.csv"
            label={t("statement.download")}
            failed={t("statement.not_downloaded")}
          />
        )}
    >
      <Loaded query={figures}>
        {(found) => (
          <Columns>
            <Stack gap={7}>
              <Loans figures={found} />
              <Dues figures={found} />
            </Stack>
            <Part title={t("figures.months")}>
              <Months months={found.months} />
            </Part>
          </Columns>
        )}
      </Loaded>
      <Part title={t("figures.members")}>
        <LoadedList query={positions} empty={null}>
          {(items) => <Positions items={items} />}
        </LoadedList>
      </Part>
    </Screen>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {title}
      </Text>
      {children}
    </Stack>
  )
}

function Loans({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation("groups")
  const money = (amount: Amount) => formatMoney(amount, i18n.language, { trim: true })
  const { at_risk_bps: risk, on_time_bps: onTime } = figures
  if (figures.loans === 0)
    return (
      <Part title={t("figures.loans")}>
        <Text tone="quiet">{t("figures.no_loans")}</Text>
      </Part>
    )
  return (
    <Part title={t("figures.loans")}>
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("figures.outstanding")}>{money(figures.outstanding)}</Fact>
          <Fact name={t("figures.at_risk")}>
            {[money(figures.at_risk), risk !== null && formatShare(risk, i18n.language)].filter(Boolean).join(" · ")}
          </Fact>
          <Fact name={t("figures.overdue")}>{money(figures.overdue)}</Fact>
          {onTime !== null && <Fact name={t("figures.on_time")}>{formatShare(onTime, i18n.language)}</Fact>}
          <Fact name={t("figures.earned")}>{money(figures.earned)}</Fact>
          {figures.written_off.minor > 0 && <Fact name={t("figures.written_off")}>{money(figures.written_off)}</Fact>}
          <Fact name={t("figures.lent")}>{money(figures.lent)}</Fact>
        </Facts>
      </Card>
      <Text size="small" tone="quiet">
        {t("figures.at_risk_means")}
      </Text>
    </Part>
  )
}

function Dues({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation("groups")
  const { dues_owed: owed, members_behind: behind } = figures
  return (
    <Part title={t("home.dues")}>
      <Card>
        {owed.minor === 0 ? (
          <Text>{t("figures.nobody_behind")}</Text>
        ) : (
          <Text>
            {t("figures.behind", { count: behind, amount: formatMoney(owed, i18n.language, { trim: true }) })}
          </Text>
        )}
      </Card>
    </Part>
  )
}

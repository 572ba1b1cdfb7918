/** The rule of a vote in words and numbers, and a bar that says the same. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Vote } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { standingOf } from "./vote-words"

const Bar = styled("div")({
  position: "relative",
  display: "flex",
  height: 20,
  overflow: "hidden",
  borderRadius: 10,
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 10%, transparent)",
  "& .yes": { background: "var(--batua-palette-success-main)" },
  "& .no": { background: "var(--batua-palette-error-main)" },
  "& .abstain": { background: "var(--batua-palette-text-disabled)" },
  // How far the yes must come.
  "& .mark": { position: "absolute", insetBlock: 0, width: 4, marginInlineStart: -2, background: "var(--batua-palette-text-primary)" },
})

const PARTS = ["yes", "no", "abstain"] as const

export function VoteCard({ vote }: { vote: Vote }) {
  const { t, i18n } = useTranslation("groups")
  const { tally } = vote
  const share = (count: number) => `${(100 * count) / Math.max(1, tally.electors)}%`
  const rule = t("vote.standing", standingOf(vote))
  const counts = [
    t("vote.no", { no: tally.no }),
    ...(tally.abstain > 0 ? [t("vote.abstain", { abstain: tally.abstain })] : []),
    ...(tally.gone > 0 ? [t("vote.gone", { gone: tally.gone })] : []),
    t(vote.status === "open" ? "vote.waiting" : "vote.silent", { waiting: tally.waiting }),
  ]
  const rest = [
    ...(vote.status === "open" ? [t("vote.until", { moment: formatMoment(vote.expires_at, i18n.language) })] : []),
    t("vote.silence"),
  ].join(" ")
  return (
    <Card>
      <Stack gap={3} role="status">
        <Text size="large" bold>
          {rule}
        </Text>
        <Bar aria-hidden="true">
          {PARTS.map((part) => (
            <span key={part} className={part} style={{ width: share(tally[part]) }} />
          ))}
          <span className="mark" style={{ insetInlineStart: share(tally.needed) }} />
        </Bar>
        <Text className="tabular">{counts.join(" · ")}</Text>
        <Text size="small" tone="quiet">
          {rest}
        </Text>
      </Stack>
      <ReadAloud text={`${rule} ${counts.join(". ")}. ${rest}`} />
    </Card>
  )
}

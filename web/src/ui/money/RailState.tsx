/** How far money from outside, or to there, has come: each state in words of its own. */
import { styled } from "@/ui/theme/styled"
import type { PaymentStatus } from "@/api/types"
import type { Amount } from "@/lib/money"
import { Icon } from "../icons/Icon"
import { Stack } from "../layout/Stack"
import { Text } from "../layout/Text"
import { AmountText } from "./AmountText"
import { lookOf } from "./StatusMark"
import { Cloth } from "../motif/Cloth"

const SEALS = { success: "#1c6839", warning: "#7d4a00", error: "#a9231b" } as const

const Seal = styled("span")({
  display: "grid",
  placeItems: "center",
  width: 96,
  height: 96,
  borderRadius: "50%",
  color: "#ffffff",
  animation: "seal 180ms cubic-bezier(0.2, 1.4, 0.5, 1)",
  "@keyframes seal": { from: { transform: "scale(0.4)", opacity: 0 } },
})

interface Props {
  status: PaymentStatus
  amount: Amount
  title: string
  body: string
}

export function RailState({ status, amount, title, body }: Props) {
  const { icon, tone } = lookOf(status)
  return (
    <Cloth>
      {/* The key starts the movement anew when the state changes. */}
      <Stack key={status} align="center" gap={4} role="status" style={{ paddingBlock: 12 }}>
        <Seal style={{ background: SEALS[tone] }}>
          <Icon name={icon} size={56} weight={2.6} />
        </Seal>
        <AmountText amount={amount} size="xl" />
        <Stack gap={2}>
          <Text as="h2" size="title" centered>
            {title}
          </Text>
          <Text centered>{body}</Text>
        </Stack>
      </Stack>
    </Cloth>
  )
}

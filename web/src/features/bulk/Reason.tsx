/** Why a line does not go, and what to do about it. */
import { ApiProblem } from "@/api/problem"
import type { LineRefusal } from "@/api/bulk"
import { useProblemWords } from "@/ui/feedback/problem-words"
import { Text } from "@/ui/layout/Text"

export function Reason({ refusal }: { refusal: LineRefusal }) {
  const facts = refusal.facts as Record<string, never>
  const words = useProblemWords(new ApiProblem({ ...refusal, facts, status: 400 }))
  return (
    <span style={{ display: "grid", gap: 2 }}>
      <Text as="span" size="small" tone="bad" bold>
        {words?.what ?? refusal.detail}
      </Text>
      <Text as="span" size="small" tone="quiet">
        {words?.todo ?? refusal.todo}
      </Text>
    </span>
  )
}

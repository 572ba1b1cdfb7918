/** One version of the rules, sentence by sentence. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { rulesQuery, type Group } from "@/api/groups"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { styled } from "@/ui/theme/styled"
import { Loaded } from "../Loaded"
import { usePhrase } from "../votes/vote-words"

const Sentences = styled("ol")({
  margin: 0,
  listStyle: "decimal",
  paddingInlineStart: "1.5em",
  "& li": { paddingBlock: 6, paddingInlineStart: 4 },
  "& li::marker": { color: "var(--batua-palette-text-secondary)", fontWeight: 650 },
})

export function RulesInWords({ group, version }: { group: Group; version: number }) {
  const { t } = useTranslation("groups")
  const rules = useQuery(rulesQuery(group.id, version))
  const say = usePhrase(group.currency)
  return (
    <Loaded query={rules}>
      {(found) => {
        const sentences = found.words.map(say).filter(Boolean)
        return (
          <Card>
            <Stack gap={3}>
              <Text size="small" tone="quiet">
                {t(version === group.constitution_version ? "rules.version" : "versions.one", { version })}
              </Text>
              <Sentences>
                {sentences.map((sentence, at) => (
                  // Two plans may have the same fine in the same words.
                  <li key={`${at} ${sentence}`}>{sentence}</li>
                ))}
              </Sentences>
              <ReadAloud text={sentences.join(" ")} />
            </Stack>
          </Card>
        )
      }}
    </Loaded>
  )
}

/** Nothing here yet: a picture, one sentence, one action. */
import type { ReactNode } from "react"
import { Stack } from "../layout/Stack"
import { Text } from "../layout/Text"
import { Picture, type PictureName } from "./Picture"

interface Props {
  picture: PictureName
  title: string
  body?: string
  action?: ReactNode
}

export function EmptyState({ picture, title, body, action }: Props) {
  return (
    <Stack align="center" gap={4} style={{ padding: "32px 8px" }}>
      <Picture name={picture} />
      <Stack gap={1}>
        <Text size="title" centered as="h2">
          {title}
        </Text>
        {body && (
          <Text tone="quiet" centered>
            {body}
          </Text>
        )}
      </Stack>
      {action}
    </Stack>
  )
}

/** One setting: what it is for, what is known of it, and a place for another one. */
import i18next from "i18next"
import { useId, type ComponentProps, type CSSProperties } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { Field, FieldFrame, fieldLinks } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { keptText } from "./changes"
import type { Setting } from "./queries"
import { useWho } from "./StandingCard"

const LONGEST = 4000
const COVERED = { WebkitTextSecurity: "disc" } as CSSProperties

interface Props {
  setting: Setting
  isKept: boolean
  /** What is typed; null when it shall be taken away. */
  draft: string | null | undefined
  error: string | null
  onDraft: (value: string | null | undefined) => void
}

/** Words by the name of a setting; one that came later is told in the server's own. */
function useSettingWords() {
  const { t } = useTranslation("connection-fields")
  const say = t as unknown as (key: string) => string
  return ({ field, help }: Setting) => {
    const isKnown = i18next.exists(`connection-fields:${field}.name`)
    return isKnown
      ? { name: say(`${field}.name`), help: say(`${field}.help`) }
      : { name: field.replaceAll("_", " "), help }
  }
}

const SAID = {
  "is given again when the address changes": "said.again",
  "is no address": "said.no_address",
  "begins with https://": "said.https",
  "is too long": "said.too_long",
  "holds a line break or another sign that nobody can see": "said.unseen",
  "cannot be read": "said.unreadable",
  "is not set": "said.unset",
  "lack the key by which it is connected": "said.no_key",
} as const

/** What the server says about a field, in the person's language where it is known. */
export function useSaid() {
  const { t } = useTranslation("connections")
  return (message: string) => {
    const known = Object.entries(SAID).find(([words]) => words === message)
    return known ? t(known[1]) : message
  }
}

export function SettingField({ setting, isKept, draft, error, onDraft }: Props) {
  const { t } = useTranslation("connections")
  const words = useSettingWords()(setting)
  const said = useSaid()
  const isGoing = draft === null
  const text = draft ?? (isGoing ? "" : keptText(setting, isKept))
  const canGo = setting.is_secret && isKept && setting.is_set && !draft
  const frame = {
    label: words.name,
    hint: (
      <Stack gap={1} align="start">
        <span>{words.help}</span>
        <Known setting={setting} isKept={isKept} />
        {isGoing && setting.is_secret && <Text size="small" tone="warn">{t("setting.going")}</Text>}
        {canGo && (
          <Button variant="text" color="inherit" onClick={() => onDraft(isGoing ? undefined : null)}>
            {t(isGoing ? "setting.stay" : "setting.take_away", { name: words.name })}
          </Button>
        )}
      </Stack>
    ),
    error: error && said(error),
  }
  const input = {
    value: text,
    autoCapitalize: "off",
    spellCheck: false,
    maxLength: LONGEST,
    placeholder: setting.is_secret ? undefined : setting.default,
  }
  if (setting.has_lines) return <Lines frame={frame} isSecret={setting.is_secret} input={input} onText={onDraft} />
  return (
    <Field
      {...frame}
      {...input}
      // Not a password of hers: nothing is offered, and nothing is remembered.
      type={setting.is_secret ? "password" : "text"}
      autoComplete={setting.is_secret ? "new-password" : "off"}
      onChange={(event) => onDraft(event.target.value)}
    />
  )
}

interface LinesProps {
  frame: Omit<ComponentProps<typeof FieldFrame>, "id" | "children">
  isSecret: boolean
  input: ComponentProps<"textarea">
  onText: (text: string) => void
}

/** Of several lines, such as a key in PEM; a secret one is covered as in a field for passwords. */
function Lines({ frame, isSecret, input, onText }: LinesProps) {
  const id = useId()
  return (
    <FieldFrame id={id} {...frame}>
      <textarea
        {...fieldLinks(id, frame.error)}
        {...input}
        rows={4}
        autoComplete="off"
        style={{ fontFamily: "monospace", ...(isSecret && COVERED) }}
        onChange={(event) => onText(event.target.value)}
      />
    </FieldFrame>
  )
}

/** "Set, ends in x4Qz, since …, by you"; of what is not secret the value of the environment. */
function Known({ setting, isKept }: { setting: Setting; isKept: boolean }) {
  const { t, i18n } = useTranslation("connections")
  const who = useWho()
  const { is_secret, is_set, ending, set_at, set_by, previous_until, value } = setting
  const facts = [
    is_secret && (is_set ? (ending ? t("setting.ends", { ending }) : t("setting.set")) : t("setting.unset")),
    set_at && t("setting.since", { moment: formatMoment(set_at, i18n.language), who: who(set_by) }),
    is_set && !isKept && (is_secret ? t("setting.environment") : t("setting.environment_value", { value })),
  ].filter(Boolean)
  return (
    <>
      {facts.length > 0 && (
        <Text as="span" size="small" bold>
          {facts.join(" · ")}
        </Text>
      )}
      {previous_until && (
        <Text as="span" size="small" tone="warn">
          {t("setting.previous", { moment: formatMoment(previous_until, i18n.language) })}
        </Text>
      )}
    </>
  )
}

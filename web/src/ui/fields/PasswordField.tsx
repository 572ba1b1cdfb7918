/** A password that can be looked at, pasted, and filled by a password manager. */
import { useState, type ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"
import { Field } from "./Field"

type Props = Omit<ComponentProps<typeof Field>, "type" | "end" | "autoComplete"> & {
  /** "current" is what they have, "new" is what they choose. */
  kind: "current" | "new"
}

export function PasswordField({ kind, ...props }: Props) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <Field
      {...props}
      type={isShown ? "text" : "password"}
      autoComplete={`${kind}-password`}
      autoCapitalize="off"
      spellCheck={false}
      end={
        <RoundButton
          label={t(isShown ? "password.hide" : "password.show")}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon name={isShown ? "hide" : "show"} />
        </RoundButton>
      }
    />
  )
}

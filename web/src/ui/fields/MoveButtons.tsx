/** Move one of a list up or down, or take it out of it. */
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"

interface Props {
  name: string
  isFirst: boolean
  isLast: boolean
  onUp: () => void
  onDown: () => void
  onOut: () => void
}

export function MoveButtons({ name, isFirst, isLast, onUp, onDown, onOut }: Props) {
  const { t } = useTranslation("routing")
  return (
    <>
      <RoundButton label={t("order.up", { name })} disabled={isFirst} onClick={onUp}>
        <span style={{ display: "grid", rotate: "180deg" }}>
          <Icon name="down" />
        </span>
      </RoundButton>
      <RoundButton label={t("order.down", { name })} disabled={isLast} onClick={onDown}>
        <Icon name="down" />
      </RoundButton>
      <RoundButton label={t("order.out", { name })} onClick={onOut}>
        <Icon name="close" />
      </RoundButton>
    </>
  )
}

/** Whom to pay. */
import { ChoosePayee } from "./ChoosePayee"

export default function SendToScreen() {
  return <ChoosePayee purpose="send" />
}

/** Whom to ask for money. */
import { ChoosePayee } from "./ChoosePayee"

export default function AskWhomScreen() {
  return <ChoosePayee purpose="request" />
}

/** The list that is being made, or one that was sent: one chunk, as who sends one sees the other. */
import { useParams } from "@tanstack/react-router"
import { BatchScreen } from "./BatchScreen"
import { PayManyScreen } from "./PayManyScreen"

export default function BulkScreens() {
  const { id } = useParams({ strict: false })
  return id ? <BatchScreen id={id} /> : <PayManyScreen />
}

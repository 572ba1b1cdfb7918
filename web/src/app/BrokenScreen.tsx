/** A screen that broke, or whose code could not be fetched. */
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ApiProblem } from "@/api/problem"
import { useOnline } from "@/lib/online"

export function BrokenScreen({ onRetry }: { onRetry: () => void }) {
  const isOnline = useOnline()
  const code = isOnline ? "web.broken" : "web.unreachable"
  const again = () => {
    onRetry()
    // A newer version may have replaced the file that was missing.
    location.reload()
  }
  return (
    <main id="main">
      <ErrorState error={new ApiProblem({ code })} onRetry={again} />
    </main>
  )
}

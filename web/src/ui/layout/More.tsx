/** The end of a long list: the next part comes when it is reached, or by a tap. */
import { Button } from "@/ui/layout/Button"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  hasMore: boolean
  isLoading: boolean
  onMore: () => void
}

export function More({ hasMore, isLoading, onMore }: Props) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  const isReady = hasMore && !isLoading
  useEffect(() => {
    if (!isReady || !end.current) return
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) onMore()
      },
      { rootMargin: "320px" },
    )
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [isReady, onMore])
  if (!hasMore) return null
  return (
    <div ref={end} style={{ display: "grid", justifyItems: "center" }}>
      <Button variant="text" loading={isLoading} onClick={onMore}>
        {t("do.more")}
      </Button>
    </div>
  )
}

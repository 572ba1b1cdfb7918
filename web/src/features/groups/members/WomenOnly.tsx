/** Where a group is for women only: the way to be verified as one. */
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { ProblemNote } from "@/ui/feedback/ProblemNote"

export function VerifyLink() {
  const { t } = useTranslation("groups")
  return <Link to="/you/verification">{t("create.women_only_verify")}</Link>
}

/** What went wrong, with the way on where a group is for women only. */
export function DoorNote({ error }: { error: unknown }) {
  return (
    <>
      <ProblemNote error={error} />
      {isProblem(error) && error.code === "groups.women_only" && <VerifyLink />}
    </>
  )
}

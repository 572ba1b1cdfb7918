/** The people paid last: one tap, and only the amount is left to say. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { recentPayeesQuery } from "@/api/payees"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { Section } from "./Section"

const MOST = 8

const Row = styled("ul")({
  display: "grid",
  gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
  gap: "12px 4px",
})

const Person = styled(Link)({
  display: "grid",
  justifyItems: "center",
  gap: 8,
  padding: "8px 0",
  borderRadius: 18,
  textAlign: "center",
  textDecoration: "none",
  fontSize: "0.8125rem",
  fontWeight: 600,
  lineHeight: 1.3,
  // Each part of the name has a line: two with the same first name can be told apart.
  "& .part": { maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "& .part + .part": { marginTop: -8 },
})

export function PeoplePaid() {
  const { t } = useTranslation("wallets")
  const people = useQuery(recentPayeesQuery).data ?? []
  if (people.length === 0) return null
  return (
    <Section title={t("people.title")} all="/send">
      <Row>
        {people.slice(0, MOST).map((person) => (
          <li key={person.id}>
            <Person to={`/send/${person.id}`} title={person.name}>
              <PersonAvatar person={person} size={56} />
              {partsOf(person.name).map((part) => (
                <span key={part} className="part">
                  {part}
                </span>
              ))}
            </Person>
          </li>
        ))}
      </Row>
    </Section>
  )
}

/** The first word, and all the others; the space keeps them apart when they are read aloud. */
function partsOf(name: string): string[] {
  const [first = "", ...others] = name.split(" ")
  return others.length ? [`${first} `, others.join(" ")] : [first]
}

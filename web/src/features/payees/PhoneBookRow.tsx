/** The phone's own book of contacts, where the browser lets us ask for one number. */
import { useTranslation } from "react-i18next"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListRow } from "@/ui/people/ListRow"

interface PhoneBook {
  select: (properties: ["tel"], options: { multiple: false }) => Promise<{ tel?: string[] }[]>
}

function phoneBook(): PhoneBook | null {
  if (!("contacts" in navigator && "ContactsManager" in globalThis)) return null
  return navigator.contacts as PhoneBook
}

export function PhoneBookRow({ onNumber }: { onNumber: (phone: string) => void }) {
  const { t } = useTranslation("payees")
  const book = phoneBook()
  if (!book) return null
  const choose = async () => {
    const [chosen] = await book.select(["tel"], { multiple: false }).catch(() => [])
    const phone = chosen?.tel?.[0]
    if (phone) onNumber(phone)
  }
  return (
    <li>
      <ListRow
        start={<ServiceIcon service="send" />}
        title={t("ways.book")}
        second={t("ways.book_second")}
        end={<Icon name="next" size={20} />}
        onClick={() => void choose()}
      />
    </li>
  )
}

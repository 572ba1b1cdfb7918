"""Who the demo people are. All carry "(demo)" in their name, so nobody takes them for real."""

from dataclasses import dataclass
from typing import Final

from batua.modules.gateways.types import Destination

PASSWORD: Final = "demo-batua-demo"  # noqa: S105 - shown to everybody on purpose
PIN: Final = "112358"
MARK: Final = "(demo)"


@dataclass(frozen=True, slots=True)
class Role:
    """A person of the demo, before she is registered.

    number  the end of her phone number
    shown   whether the sign-in is printed for visitors to use
    """

    key: str
    name: str
    language: str
    number: int
    shown: bool = False

    def phone(self, generation: int) -> str:
        """Her number. A later generation has others: the numbers of a removed one stay taken."""
        return f"+9190000{generation:02d}{self.number:03d}"

    def handle(self, generation: int) -> str:
        """Her handle; that of a removed one stays taken too."""
        return f"{self.key}.demo" + ("" if generation == 1 else str(generation))

    @property
    def bank(self) -> Destination:
        """Her bank account, at a bank that does not exist."""
        return Destination(f"9000000{self.number:03d}", "DEMO0000001", self.name)


ASHA: Final = Role("asha", f"आशा देवी {MARK}", "hi", 1, shown=True)
RAVI: Final = Role("ravi", f"Ravi Kumar {MARK}", "en", 2, shown=True)
MEERA: Final = Role("meera", f"Meera Nair {MARK}", "en", 3)
IMRAN: Final = Role("imran", f"इमरान शेख {MARK}", "hi", 4)
LAKSHMI: Final = Role("lakshmi", f"Lakshmi Iyer {MARK}", "en", 5)
GURPREET: Final = Role("gurpreet", f"Gurpreet Singh {MARK}", "en", 6)
SUNITA: Final = Role("sunita", f"सुनीता यादव {MARK}", "hi", 7)
MILL: Final = Role("kaveri", f"Kaveri Textiles {MARK}", "en", 8)
SHOP: Final = Role("sharma", f"Sharma Kirana {MARK}", "en", 9)
FATIMA: Final = Role("fatima", f"फ़ातिमा बेगम {MARK}", "hi", 10)

CAST: Final = (ASHA, RAVI, MEERA, IMRAN, LAKSHMI, GURPREET, SUNITA, MILL, SHOP, FATIMA)

"""The one-door rule: a module is entered by its door alone, except by those who hold the keys."""

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Leak = tuple[str, str]


class DoorContract(Contract):
    """Outsiders may import only the doors of each package in the container.

    container   the package whose children are the modules
    doors       names inside a module that everybody above may import
    keyholders  packages that may enter every room
    """

    type_name = "door"

    container = fields.StringField()
    doors = fields.ListField(subfield=fields.StringField())
    keyholders = fields.ListField(subfield=fields.StringField(), required=False, default=())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import of a room from outside its module."""
        rooms = sorted(room for room in graph.modules if self._is_room(room))
        leaks: list[Leak] = [
            (importer, room)
            for room in rooms
            for importer in sorted(graph.find_modules_that_directly_import(room))
            if not self._may_enter(importer, room)
        ]
        output.verbose_print(verbose, f"{len(rooms)} rooms were looked at.")
        return ContractCheck(kept=not leaks, metadata={"leaks": leaks})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who went in by which window."""
        doors = ", ".join(cast("list[str]", self.doors))
        for importer, room in cast("list[Leak]", check.metadata["leaks"]):
            output.print_error(f"- {importer} imports {room}; its module's doors are {doors}.")

    def _parts(self, module: str) -> list[str]:
        """The names below the container: the module, then what lies inside it."""
        return module.removeprefix(f"{self.container}.").split(".")

    def _is_room(self, module: str) -> bool:
        if not module.startswith(f"{self.container}."):
            return False
        parts = self._parts(module)
        return len(parts) > 1 and parts[1] not in cast("list[str]", self.doors)

    def _may_enter(self, importer: str, room: str) -> bool:
        home = f"{self.container}.{self._parts(room)[0]}"
        keys = (home, *cast("list[str]", self.keyholders))
        return any(importer == key or importer.startswith(f"{key}.") for key in keys)

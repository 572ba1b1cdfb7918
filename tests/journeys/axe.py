"""Looks for barriers on a page with axe-core, and says them in words that can be acted on."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Page

SOURCE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    # New in 2.2, and off unless it is asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
RUN = """async (options) => {
  const { violations } = await axe.run(document, options)
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, any, all, none }) => ({
      html: html.slice(0, 200),
      why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
    })),
  }))
}"""


@cache
def source() -> str:
    """The script itself."""
    return SOURCE.read_text()


async def barriers(page: Page) -> list[str]:
    """Every broken rule of WCAG 2.2 AA and of good practice, one line for each place."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(source())
    found: list[dict[str, Any]] = await page.evaluate(RUN, OPTIONS)
    return [
        f"{rule['id']}: {rule['help']} – {node['html']} ({node['why']})"
        for rule in found
        for node in rule["nodes"]
    ]

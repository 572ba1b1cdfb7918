"""The words of an e-mail as a page without pictures or anything else that is fetched."""

import html


def page(text: str, subject: str, language: str) -> str:
    """The page; a blank line begins a paragraph."""
    paragraphs = "".join(
        f"<p>{html.escape(one).replace(chr(10), '<br>')}</p>" for one in text.strip().split("\n\n")
    )
    return (
        f'<!doctype html><html lang="{html.escape(language)}" dir="auto"><head>'
        f'<meta charset="utf-8"><title>{html.escape(subject)}</title></head>'
        '<body style="font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:1.5em auto">'
        f"{paragraphs}</body></html>\n"
    )

"""Pages to read, and what stands at a figure's bytes."""

import html
import re

PARAGRAPHS = (
    "At least 1,200 people are missing after a flood in Varn on Tuesday, the mayor said in a statement.",
    "The water rose 3 metres in two hours, according to the harbour office, and took 40 boats with it.",
    "Schools will stay closed until Friday, officials said, and some 300 children are taught in a gym.",
)


def page(*, head="", body="", lang="en", paragraphs=PARAGRAPHS, title="Flood in Varn: 1,200 missing"):
    """A page with an article between things that are none."""
    text = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8">'
        f"<title>{title} | Gazette</title>{head}</head>\n"
        '<body><nav><ul><li><a href="/">87 live updates</a></li></ul></nav>\n'
        f"<article><h1>{title}</h1>\n{text}\n{body}</article>\n"
        '<aside class="related"><ul><li><a href="/a">Storm kills 777 in Ostle</a></li></ul></aside>\n'
        '<section id="comments" class="comments"><div class="comment"><p>I saw 9,000 people.</p></div></section>\n'
        "<footer>© A newsroom of 500 people.</footer></body></html>"
    )


def printed(data, encoding="utf-8"):
    """The characters of some bytes of a page, tags and white space apart."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", data.decode(encoding))).split())

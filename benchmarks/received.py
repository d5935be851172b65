"""Tables and a paper such as people receive, invented, in any number of rows and pages."""

import csv
import sys
from pathlib import Path

import gcmilo

_MEASURES = ("Register", "Guide", "Hotline", "Course", "Shelter", "Agreement", "Survey")
_PLACES = ("ports", "farms", "schools", "courts", "clinics", "towns", "islands", "mines")
_PROSE = """
    The ministry reports on labour migration and on its partners in the region, with figures for
    2024 and plans for 2026.
""".split()  # noqa: SIM905 - a sentence reads better so
_LINES_OF_PAGE = 45
_WORDS_OF_LINE = 13


def write_table(path: Path, rows: int, *, official: bool) -> None:
    """Write a table of numbers of objectives with their official titles, or titles of a plan."""
    objectives = gcmilo.load().objectives
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("GCM objective", "Title", "Measure"))
        for row in range(rows):
            objective = objectives[row % len(objectives)]
            measure = f"{_MEASURES[row % len(_MEASURES)]} {row} for {_PLACES[row % len(_PLACES)]}"
            title = objective.title.en if official else f"{measure} in the year {row}"
            writer.writerow((objective.number, title, measure))


def write_paper(path: Path, pages: int) -> None:
    """Write a PDF that names objectives among other numbers."""
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    canvas = Canvas(str(path), pagesize=(595, 842))
    for page in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(_LINES_OF_PAGE):
            canvas.drawString(50, 800 - 16 * line, _line(page, line))
        canvas.showPage()
    canvas.save()


def _line(page: int, line: int) -> str:
    if line % 9 == 0:
        first, second = page % 23 + 1, (page + line) % 23 + 1
        return f"Output {page % 9}.{line} supports objectives {first} and {second} of the Compact."
    words = (_PROSE[(line * 7 + page + word) % len(_PROSE)] for word in range(_WORDS_OF_LINE))
    return " ".join(words)


def extract(path: str) -> int:
    """Return how many characters the library alone extracts from a PDF."""
    import pypdfium2

    characters = 0
    for page in pypdfium2.PdfDocument(path):
        characters += len(page.get_textpage().get_text_range())
    return characters


if __name__ == "__main__":
    print(extract(sys.argv[1]))  # noqa: T201

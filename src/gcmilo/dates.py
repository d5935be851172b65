"""Dates in ISO form, as English writes them."""

import re

# Python's own list of month names is in the language of the user's locale.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(date: str) -> str:
    """Return an ISO date, month, year or interval in words: ``13 March 2019``, ``2015 to 2019``.

    What is none of these comes back as it is.
    """
    return " to ".join(_spoken(end) for end in date.split("/"))


def _spoken(date: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", date)
    if match is None or not 1 <= int(match[2]) <= len(MONTHS):
        return date
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{MONTHS[int(match[2]) - 1]} {match[1]}"

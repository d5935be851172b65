"""The crosswalk as one page of HTML that needs nothing from elsewhere, for readers who never open a terminal."""

from gcmilo.export.html_page.document import html_page

__all__ = ["html_page"]

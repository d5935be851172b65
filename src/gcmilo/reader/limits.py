"""What a table of use has at most; untrusted files may have any number of rows and cells."""

MOST_ROWS = 200_000
"""Each row takes memory, and more than these take longer than anybody waits."""
MOST_COLUMNS = 1_000
"""A matrix of all objectives and their actions has some hundred."""
MOST_LINES_OF_ROWS = 5 * MOST_ROWS
"""A row may have several lines, of which most have one."""
MOST_LINES = 120_000
"""Of a text; two thousand pages have as many."""
MOST_CELLS = 3_000_000
"""What half a gigabyte of memory holds."""

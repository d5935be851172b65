"""The colours and the font of what is drawn, the same on the HTML page and in the pictures.

Of each colour there are two shades, for a light and for a dark screen; both can be read on the
paper of their own palette.
"""

FONT = "system-ui,-apple-system,'Segoe UI','Liberation Sans',Arial,sans-serif"
LIGHT = {
    "paper": "#ffffff",
    "ink": "#1f2328",
    "muted": "#57606a",
    "rule": "#d0d7de",
    "band": "#f3f5f8",
    "blue": "#0a5fc4",
    "green": "#1a7f37",
    "amber": "#8a5a00",
    "red": "#c41e2a",
}
DARK = {
    "paper": "#0d1117",
    "ink": "#e6edf3",
    "muted": "#9ea7b3",
    "rule": "#3d444d",
    "band": "#161c25",
    "blue": "#6cb0ff",
    "green": "#4cc764",
    "amber": "#e0a83a",
    "red": "#ff7b72",
}

"""How fast gcmilo is, beside the least that a Python program needs and beside other tools: ``python -m benchmarks``."""

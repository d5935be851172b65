"""How fast gcmilo is, beside a minimal Python program and other tools: ``python -m benchmarks``."""

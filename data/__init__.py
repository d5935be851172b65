"""The data files, as a package once installed."""

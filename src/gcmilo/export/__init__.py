"""The whole crosswalk in forms that others read. Nothing here prints or writes."""

"""Answers made into what people and programs read. Nothing here prints or writes."""

"""REST: decks, tables, seats, pages of entries, journals (docs/protocol.md)."""

"""The engine that needs no server: tantivy over pairs of signs, in the folder ``search`` of this installation."""

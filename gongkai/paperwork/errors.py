"""What a reader or printer says when it cannot do its work. Each message is one Chinese sentence for a person."""


class UnreadableReport(ValueError):
    """The file cannot be read as an annual report; the message says why and what to do."""


class HostileFile(UnreadableReport):
    """The file was refused before or while it was opened: too large, too deep, or active content."""


class CannotPrint(RuntimeError):
    """The report cannot be printed here; the message says what is missing, e.g. a font."""

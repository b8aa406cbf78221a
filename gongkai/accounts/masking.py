"""Telephone numbers and addresses as lists and pages show them: enough to recognise, too little to use."""

SHOWN = 3


def masked_phone(phone: str) -> str:
    """138****0000; "" for none."""
    if len(phone) <= SHOWN + 4:
        return "*" * len(phone)
    return f"{phone[:SHOWN]}{'*' * (len(phone) - SHOWN - 4)}{phone[-4:]}"


def masked_email(email: str) -> str:
    """c***@example.test; "" for none."""
    name, at, domain = email.rpartition("@")
    return f"{name[:1]}***{at}{domain}" if name else ""

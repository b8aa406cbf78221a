"""Everything that changes a consultation or a live Q&A, one function per act: lock, ask the law, change, journal."""

"""The editor of an annual report without its pages: the form to be typed into, what was typed, what differs.

Everything here works on values of ``law``; nothing reads or writes the record.
"""

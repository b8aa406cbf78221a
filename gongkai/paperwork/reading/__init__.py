"""Reading an annual report out of a file: format to Document, Document to the cells and chapters of the form."""

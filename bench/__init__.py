"""Side-by-side measurements, one module each with a ``main()`` that prints a table: ``python -m bench NAME``."""

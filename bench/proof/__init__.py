"""Long runs that show an issue's full figures, one module each with a ``main(arguments)``: ``make proof NAME=fuzz``."""

"""An old website by its inventory and its pages: read, checked line by line, and held against what is there. Reads only."""

"""A folder of files with its inventory: read, checked cell by cell, and held against what is there. Reads only; ``actions`` write."""

"""Comparison of annual reports across organs and years: measures, ranks, what stands out, shares of outcomes. Pure reads."""

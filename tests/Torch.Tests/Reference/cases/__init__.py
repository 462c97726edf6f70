"""The reference cases, one module per area; make_operators.py runs them."""

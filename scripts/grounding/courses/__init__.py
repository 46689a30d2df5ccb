"""How the weather goes over days."""

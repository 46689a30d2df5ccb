"""Wind, heat, cold, frost, humidity, and how it feels."""

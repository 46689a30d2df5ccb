"""What statements are built with: superlatives, "than", counts, courses, bounds; read, not yet judged."""

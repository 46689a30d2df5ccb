"""What two records are compared by: masked texts, their features, and the limits of repetition."""

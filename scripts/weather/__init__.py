"""The world a scenario needs: places, climate, conditions, units, and the simulated weather service."""

"""Data that stays where it is → patterns, counted by the engine that holds it."""

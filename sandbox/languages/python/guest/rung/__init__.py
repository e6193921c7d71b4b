"""Rung's own code inside the two interpreters. It is in the memory image that both start from, made before any learner's code."""

"""Tidying the authors of studies."""

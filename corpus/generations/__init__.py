"""Complete, immutable search indexes: how they are built, checked, published and opened."""

"""Whether a translated sentence still says what its German original says."""

"""Nobody is shut out: WCAG 2.2 AA, EN 301 549, BITV 2.0, shown in a real browser."""

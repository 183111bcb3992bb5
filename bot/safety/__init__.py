"""What protects citizens: personal data, distress, requests that an authority's assistant declines."""

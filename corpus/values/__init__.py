"""Reading and comparing the values in a text: amounts, numbers, dates, times, hours, telephone numbers."""

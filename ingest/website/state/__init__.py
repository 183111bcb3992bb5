"""What is kept of a website between two crawls, in one SQLite file: answers, bodies, readings, trust."""

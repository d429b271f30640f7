"""The pages: turn figures into HTML and charts. Nothing here counts people or reads the database."""

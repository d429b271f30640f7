"""What people see: given figures, returns drawings; counts nothing and knows no database."""

"""What stands before every request and websocket (ASGI middleware), a file each."""
